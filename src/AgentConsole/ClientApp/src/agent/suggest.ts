import { fold } from '../lib/fold';
import type { ServiceInfo } from '../transport/session';

/** Words that every note contains and that name no service. */
const COMMON = new Set(['icin', 'istiyor', 'istedi', 'sordu', 'basvuru', 'basvurusu', 'vatandas', 'hizmet', 'hizmeti', 'hizmetleri', 'destek', 'destegi', 'talep', 'bilgi', 'yardim', 'yardimi', 'yardimlari', 'belediye', 'olarak', 'kendisi', 'aile', 'sosyal']);
/** Turkish puts its grammar at the end of a word, so beginnings are compared. */
const STEM_LETTERS = 5;
const SHORTEST = 4;

const stems = (text: string): Set<string> =>
  new Set(fold(text).split(/[^a-z0-9]+/).filter((word) => word.length >= SHORTEST && !COMMON.has(word)).map((word) => word.slice(0, STEM_LETTERS)));

/** Services whose names share word beginnings with a note, the most shared first. */
export function suggestServices(services: readonly ServiceInfo[], note: string, limit: number): ServiceInfo[] {
  const wanted = stems(note);
  if (wanted.size === 0) return [];
  return services
    .map((service) => ({ service, hits: [...stems(service.name)].filter((stem) => wanted.has(stem)).length }))
    .filter((each) => each.hits > 0)
    .sort((a, b) => b.hits - a.hits || a.service.name.localeCompare(b.service.name, 'tr'))
    .slice(0, limit)
    .map((each) => each.service);
}
