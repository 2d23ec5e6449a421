import type { DirectoryRow } from '../rows';

const row = (id: string, kind: string, name: string, target: string | null, dial: string | null, part: Partial<DirectoryRow> = {}): DirectoryRow => ({ id, kind, name, target, dial, hours: null, note: null, presence: null, ...part });

export const directory: DirectoryRow[] = [
  row('d1', 'agent', 'Mehmet Kaya', 'agent:ag2', '102', { presence: 'Ready' }), row('d2', 'agent', 'Zeynep Demir', 'agent:ag3', '103', { presence: 'Break' }),
  row('d3', 'unit', 'Sosyal Yardım Hizmetleri Birimi', 'extension:4210', '4210', { hours: 'Hafta içi 08.30-17.30' }), row('d4', 'unit', 'Yaşlı Hizmetleri Birimi', 'extension:4220', '4220', { hours: 'Hafta içi 08.30-17.30' }),
  row('d5', 'unit', 'Engelli Hizmetleri Birimi', 'extension:4230', '4230', { note: 'Engelsiz Taksi randevuları dahil' }), row('d6', 'queue', 'Acil', 'queue:acil', null, { note: 'Can güvenliği' }),
  row('d7', 'queue', 'Genel bilgi', 'queue:genel', null), row('d8', 'outside', '112 Acil Çağrı Merkezi', 'outside:112', '112'), row('d9', 'outside', 'Alo 183 Sosyal Destek', 'outside:183', '183', { note: 'Aile, kadın, çocuk, engelli' }),
  row('d10', 'person', 'Fen İşleri nöbetçi amiri', 'extension:4477', '4477', { hours: '7/24' }), row('d11', 'person', 'Zabıta Karakolu', null, null, { note: 'Dahili numarası kayıtlı değil' }),
];
