import '@fontsource-variable/inter/wght.css';
import '@mantine/core/styles.css';
import './theme/global.css';
import { MantineProvider } from '@mantine/core';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './App';
import { setupTexts } from './i18n/setup';
import { keyboard } from './keys/keyboard';
import { cssVariables, theme } from './theme/theme';
import { createWiring } from './wiring';

await setupTexts();
const wiring = await createWiring();
window.addEventListener('keydown', keyboard.handle);

const root = document.getElementById('root');
if (!root) throw new Error('index.html has no #root');
createRoot(root).render(
  <StrictMode>
    <MantineProvider theme={theme} cssVariablesResolver={cssVariables} defaultColorScheme="auto">
      <App wiring={wiring} />
    </MantineProvider>
  </StrictMode>,
);
