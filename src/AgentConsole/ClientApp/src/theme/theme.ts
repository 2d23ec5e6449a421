import { createTheme, type CSSVariablesResolver, type MantineColorsTuple } from '@mantine/core';

/** Petrol: calm for eight hours, and every shade that carries text passes 4.5:1 (Mantine's default blue does not). */
const petrol: MantineColorsTuple = [
  '#e7f5f6', '#d3e8ea', '#a9d3d7', '#7cbdc3', '#55a4ac', '#35868f', '#1d6f79', '#0b5c66', '#084a53', '#053840',
];

/** Mantine's dark greys are warm; these sit on the console's own blue-grey ground. */
const dark: MantineColorsTuple = [
  '#e4e9ee', '#c3ccd4', '#a2aeba', '#7e8b98', '#3a4651', '#29323b', '#1e262e', '#171d23', '#12181d', '#0f1418',
];

export const theme = createTheme({
  primaryColor: 'petrol',
  primaryShade: { light: 7, dark: 6 },
  autoContrast: true,
  colors: { petrol, dark },
  fontFamily: "'Inter Variable', system-ui, sans-serif",
  fontFamilyMonospace: "ui-monospace, 'DejaVu Sans Mono', monospace",
  fontSizes: { xs: '11.5px', sm: '13px', md: '14px', lg: '16px', xl: '20px' },
  spacing: { xs: '4px', sm: '8px', md: '12px', lg: '16px', xl: '24px' },
  radius: { xs: '3px', sm: '5px', md: '7px', lg: '10px', xl: '16px' },
  defaultRadius: 'sm',
  headings: { fontWeight: '600' },
  respectReducedMotion: true,
  components: {
    Button: { defaultProps: { size: 'compact-sm' } },
    TextInput: { defaultProps: { size: 'xs' } },
    PasswordInput: { defaultProps: { size: 'sm' } },
    Textarea: { defaultProps: { size: 'xs' } },
    Select: { defaultProps: { size: 'xs', checkIconPosition: 'right', allowDeselect: false } },
    Switch: { defaultProps: { size: 'xs' } },
    Checkbox: { defaultProps: { size: 'xs' } },
    Tooltip: { defaultProps: { openDelay: 350, withArrow: true, transitionProps: { duration: 80 } } },
    Menu: { defaultProps: { transitionProps: { duration: 80 }, shadow: 'md' } },
    Popover: { defaultProps: { transitionProps: { duration: 80 }, shadow: 'md' } },
    SegmentedControl: { defaultProps: { size: 'xs' } },
  },
});

export const cssVariables: CSSVariablesResolver = () => ({
  variables: { '--input-height-xs': '30px' },
  light: {
    '--mantine-color-body': '#ffffff',
    '--mantine-color-text': '#17202a',
    '--mantine-color-dimmed': '#55616e',
    '--mantine-color-placeholder': '#66727f',
    '--mantine-color-default-border': '#c9d1d9',
    '--mantine-color-error': '#a61b1b',
  },
  dark: {
    '--mantine-color-body': '#171d23',
    '--mantine-color-text': '#e4e9ee',
    '--mantine-color-dimmed': '#a2aeba',
    '--mantine-color-placeholder': '#8d99a6',
    '--mantine-color-default': '#1e262e',
    '--mantine-color-default-hover': '#26303a',
    '--mantine-color-default-border': '#3a4651',
    '--mantine-color-error': '#ff9b94',
  },
});
