/** The numbers of a template's gaps, {{1}}, {{2}}…, in order and once each. */
export function gaps(body: string): number[] {
  const found = [...body.matchAll(/\{\{(\d+)\}\}/g)].map((match) => Number(match[1]));
  return [...new Set(found)].sort((a, b) => a - b);
}

/** The body with its gaps filled; an empty value leaves its gap visible. */
export function fill(body: string, values: ReadonlyMap<number, string>): string {
  return body.replace(/\{\{(\d+)\}\}/g, (gap, n: string) => values.get(Number(n))?.trim() || gap);
}
