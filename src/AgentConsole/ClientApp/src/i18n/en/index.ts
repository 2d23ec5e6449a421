import type { TextKey } from '../tr';
import { agent } from './agent';
import { common } from './common';
import { desk } from './desk';
import { errors } from './errors';
import { unit } from './unit';
import { words } from './words';

/** Every Turkish text has an English one, or this does not compile. Words of the pack and of rows stay Turkish. */
export const en: Record<TextKey, string> = { ...common, ...words, ...agent, ...desk, ...unit, ...errors };
