const LENGTH = 11;

/** Whether digits can be a T.C. kimlik no (or a foreigner's, which shares the rule): a typing error is told before it is sent. The server decides. */
export function isIdentityNumber(text: string): boolean {
  if (!/^[1-9]\d{10}$/.test(text)) return false;
  const digits = Array.from(text, Number);
  const sum = (from: number, to: number, step: number): number => {
    let total = 0;
    for (let at = from; at < to; at += step) total += digits[at] ?? 0;
    return total;
  };
  const tenth = (((sum(0, 9, 2) * 7 - sum(1, 8, 2)) % 10) + 10) % 10;
  return tenth === digits[9] && sum(0, LENGTH - 1, 1) % 10 === digits[10];
}
