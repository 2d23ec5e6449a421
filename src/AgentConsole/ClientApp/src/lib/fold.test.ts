import { describe, expect, it } from 'vitest';
import { fold, score, search } from './fold';

describe('Turkish folding', () => {
  it.each([
    ['İZMİT', 'izmit'], ['IZMIT', 'izmit'], ['ızmıt', 'izmit'], ['ŞİŞLİ', 'sisli'], ['DEPREMDE EVIMIZ', 'depremde evimiz'],
    ['Çağrı Öğütü', 'cagri ogutu'], ['i\u0307zmir', 'izmir'], ['Hâlâ', 'hala'],
  ])('%s reads as %s', (text, folded) => expect(fold(text)).toBe(folded));

  it('finds a service however its name is typed', () => {
    const services = ['Gıda kolisi yardımı', 'Yakacak yardımı', 'Evde bakım hizmeti'];
    for (const query of ['gida', 'GIDA', 'gıda k', 'koli']) expect(search(services, query, (each) => each, 5)[0]).toBe('Gıda kolisi yardımı');
  });

  it('wants every word of the query', () => {
    expect(score('evde gıda', 'Evde bakım hizmeti')).toBe(0);
  });

  it('puts equal matches into Turkish alphabetical order', () => {
    expect(search(['Şule', 'Sule', 'Çağla', 'Cem', 'Işıl', 'İbrahim'], '', (each) => each, 9)).toEqual(['Cem', 'Çağla', 'Işıl', 'İbrahim', 'Sule', 'Şule']);
  });
});
