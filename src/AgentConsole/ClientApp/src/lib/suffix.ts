/** Turkish case endings of a clock time, by the last number word that is spoken: 14:05'ten, 14:30'dan, 14:06'ya. */
interface Endings { from: string; to: string }

const units: readonly Endings[] = [
  { from: 'dan', to: 'a' }, // sıfır
  { from: 'den', to: 'e' }, // bir
  { from: 'den', to: 'ye' }, // iki
  { from: 'ten', to: 'e' }, // üç
  { from: 'ten', to: 'e' }, // dört
  { from: 'ten', to: 'e' }, // beş
  { from: 'dan', to: 'ya' }, // altı
  { from: 'den', to: 'ye' }, // yedi
  { from: 'den', to: 'e' }, // sekiz
  { from: 'dan', to: 'a' }, // dokuz
];
const tens: readonly Endings[] = [
  { from: 'dan', to: 'a' }, // sıfır
  { from: 'dan', to: 'a' }, // on
  { from: 'den', to: 'ye' }, // yirmi
  { from: 'dan', to: 'a' }, // otuz
  { from: 'tan', to: 'a' }, // kırk
  { from: 'den', to: 'ye' }, // elli
];
const zero: Endings = { from: 'dan', to: 'a' };

/** `14:00` is spoken by its hour, every other time by its minutes. */
function spoken(time: string): number {
  const [hours = 0, minutes = 0] = time.split(':').map(Number);
  return minutes === 0 ? hours : minutes;
}

function endings(time: string): Endings {
  const value = spoken(time);
  return (value !== 0 && value % 10 === 0 ? tens[value / 10] : units[value % 10]) ?? zero;
}

/** `14:05'ten` */
export const fromTime = (time: string): string => `${time}'${endings(time).from}`;
/** `14:05'e` */
export const toTime = (time: string): string => `${time}'${endings(time).to}`;
