const plain: Record<string, string> = { ı: 'i', ş: 's', ç: 'c', ğ: 'g', ü: 'u', ö: 'o', â: 'a', î: 'i', û: 'u' };

/**
 * Folds Turkish text for searching: NFC, Turkish lower case, no combining dot, letters without their marks. Both sides
 * are folded, so "İZMİT", "izmit" and "IZMIT" are one. The result is for comparing only and never shown.
 */
export function fold(text: string): string {
  return text
    .normalize('NFC')
    .toLocaleLowerCase('tr-TR')
    .replaceAll('\u0307', '')
    .replace(/[ışçğüöâîû]/g, (letter) => plain[letter] ?? letter);
}

/** How well a text answers a query: 0 not at all; higher is better. Every word of the query must begin a word or occur in one. */
export function score(query: string, text: string): number {
  const wanted = fold(query).split(/\s+/).filter(Boolean);
  if (wanted.length === 0) return 1;
  const folded = fold(text);
  const words = folded.split(/[^a-z0-9]+/).filter(Boolean);
  let total = 0;
  for (const word of wanted) {
    if (words.some((each) => each.startsWith(word))) total += 3;
    else if (folded.includes(word)) total += 1;
    else return 0;
  }
  return folded.startsWith(wanted[0] ?? '') ? total + 1 : total;
}

/** The best matches first; equal ones in Turkish alphabetical order. */
export function search<T>(items: readonly T[], query: string, text: (item: T) => string, limit: number): T[] {
  return items
    .map((item) => ({ item, label: text(item), points: score(query, text(item)) }))
    .filter((each) => each.points > 0)
    .sort((a, b) => b.points - a.points || a.label.localeCompare(b.label, 'tr'))
    .slice(0, limit)
    .map((each) => each.item);
}
