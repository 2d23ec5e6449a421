import { describe, expect, it } from 'vitest';
import { groupNumber } from './format';
import { isIdentityNumber } from './identity';

describe('an identity number', () => {
  it.each(['10000000146', '12345678950', '99999999990'])('%s can be one', (number) => expect(isIdentityNumber(number)).toBe(true));
  it.each(['10000000147', '1000000014', '00000000000', '1000000014a', '100000001460', ''])('"%s" cannot', (number) => expect(isIdentityNumber(number)).toBe(false));
});

describe('a case number', () => {
  it('is grouped as it is read aloud', () => expect(groupNumber('752706647')).toBe('7527\u00a00664\u00a07'));
  it('is left alone when it is none', () => expect(groupNumber('M-1')).toBe('M-1'));
});
