import { agent } from './agent';
import { common } from './common';
import { desk } from './desk';
import { errors } from './errors';
import { unit } from './unit';
import { words } from './words';

export const tr = { ...common, ...words, ...agent, ...desk, ...unit, ...errors } as const;
export type TextKey = keyof typeof tr;
