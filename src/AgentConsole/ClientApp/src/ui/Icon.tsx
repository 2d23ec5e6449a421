/** Drawn on a 20 grid with one stroke, so that they sit on 13 px text without shouting. */
const paths = {
  phone: 'M5 3h3l1.500 4-2 1.500a9 9 0 0 0 4 4l1.500-2 4 1.500v3a1.500 1.500 0 0 1-1.500 1.500A13 13 0 0 1 3.500 4.500 1.500 1.500 0 0 1 5 3z',
  phoneOff: 'M3 12.500c4-4 10-4 14 0l-1.500 2.500-3.500-1v-2a8 8 0 0 0-4 0v2l-3.500 1z',
  chat: 'M4 4h12a1.500 1.500 0 0 1 1.500 1.500v7A1.500 1.500 0 0 1 16 14H9l-4 3v-3H4a1.500 1.500 0 0 1-1.500-1.500v-7A1.500 1.500 0 0 1 4 4z',
  sms: 'M4 4h12a1.500 1.500 0 0 1 1.500 1.500v7A1.500 1.500 0 0 1 16 14H9l-4 3v-3H4a1.500 1.500 0 0 1-1.500-1.500v-7A1.500 1.500 0 0 1 4 4zM6.500 9h.01M10 9h.01M13.500 9h.01',
  form: 'M5 2.500h7l3.500 3.500v11.500h-10.500zM8 9h5M8 12h5M8 15h3',
  pause: 'M7 4v12M13 4v12',
  play: 'M6 4l10 6-10 6z',
  transfer: 'M3 7h12l-3-3M17 13H5l3 3',
  lock: 'M5 9h10v8H5zM7 9V6.500a3 3 0 0 1 6 0V9',
  clock: 'M10 3a7 7 0 1 0 0 14 7 7 0 0 0 0-14zM10 6v4l3 2',
  alert: 'M10 3l7.500 13.500h-15zM10 8v4M10 14.200v.01',
  help: 'M10 2.500a7.500 7.500 0 1 0 0 15 7.500 7.500 0 0 0 0-15zM7.800 8a2.200 2.200 0 1 1 3.300 1.900c-.8.5-1.100.9-1.100 1.800M10 14.200v.01',
  hand: 'M6 11V5.500a1.200 1.200 0 0 1 2.400 0V9 4a1.200 1.200 0 0 1 2.400 0v5-4a1.200 1.200 0 0 1 2.400 0v6l1-1.500a1.200 1.200 0 0 1 2 1.300L14 15.500a4 4 0 0 1-3.500 2H9.500A3.500 3.500 0 0 1 6 14z',
  search: 'M9 3.500a5.500 5.500 0 1 0 0 11 5.500 5.500 0 0 0 0-11zM13 13l4 4',
  check: 'M4 10.500l4 4 8-9',
  close: 'M5 5l10 10M15 5L5 15',
  plus: 'M10 4v12M4 10h12',
  user: 'M10 3a3.500 3.500 0 1 0 0 7 3.500 3.500 0 0 0 0-7zM3.500 17a6.500 6.500 0 0 1 13 0',
  people: 'M7.500 4a3 3 0 1 0 0 6 3 3 0 0 0 0-6zM2 16.500a5.500 5.500 0 0 1 11 0M13 4.500a3 3 0 0 1 0 5.500M15 12a5.500 5.500 0 0 1 3 4.500',
  note: 'M4 3h12v9l-4 5H4zM12 17v-5h4M7 7h6M7 10h4',
  arrowUp: 'M10 16V4M5 9l5-5 5 5',
  returnArrow: 'M8 5L4 9l4 4M4 9h9a4 4 0 0 1 0 8h-2',
  sun: 'M10 6.500a3.500 3.500 0 1 0 0 7 3.500 3.500 0 0 0 0-7zM10 2v2M10 16v2M2 10h2M16 10h2M4.400 4.400l1.400 1.400M14.200 14.200l1.400 1.400M4.400 15.600l1.400-1.400M14.200 5.800l1.400-1.400',
  moon: 'M16 12A7 7 0 0 1 8 4a6.500 6.500 0 1 0 8 8z',
  exit: 'M8 3H4v14h4M8 10h9M14 7l3 3-3 3',
  send: 'M3 10l14-6-5 13-3-5z',
  template: 'M3 4h14v4H3zM3 11h6v6H3zM12 11h5v6h-5z',
  coffee: 'M4 7h10v5a4 4 0 0 1-4 4H8a4 4 0 0 1-4-4zM14 8h1.500a2 2 0 0 1 0 4H14M7 2.500v2M11 2.500v2',
  megaphone: 'M3 8v4h3l7 4V4L6 8zM16 8a3 3 0 0 1 0 4',
  shield: 'M10 2.500l6.500 2.500v5c0 4-3 6.500-6.500 7.500C6.500 16.500 3.500 14 3.500 10V5zM7 10l2 2 4-4',
  download: 'M10 3v10M6 9l4 4 4-4M3 17h14',
  building: 'M4 17.500V3h8v14.500M12 8h4v9.500M2.500 17.500h15M7 6.500h2M7 10h2M7 13.500h2',
} as const;

export type IconName = keyof typeof paths;

export function Icon({ name, size = 16, label }: { name: IconName; size?: number; label?: string }) {
  return (
    <svg
      width={size} height={size} viewBox="0 0 20 20" fill="none" stroke="currentColor" strokeWidth={1.600}
      strokeLinecap="round" strokeLinejoin="round" role={label ? 'img' : undefined} aria-label={label}
      aria-hidden={label ? undefined : true} style={{ flex: 'none' }}
    >
      <path d={paths[name]} />
    </svg>
  );
}
