import type { AgentId, DeskId, QueueId, UnitId } from '../ids';
import type { Session } from '../transport/session';

const unit = (id: string): UnitId => id as UnitId;

export const session: Session = {
  user: 'ayse', name: 'Ayşe Yılmaz', roles: ['agent', 'supervisor', 'unit'], agent: 'ag1' as AgentId, desk: 'masa' as DeskId,
  units: [unit('sosyal-yardim'), unit('yasli')], antiforgery: 'mock', demo: true,
  pack: {
    id: 'izmit', name: 'İzmit Belediyesi', texts: {}, breakReasons: ['Çay', 'Yemek', 'Kişisel'],
    units: [
      { id: unit('sosyal-yardim'), name: 'Sosyal Yardım Hizmetleri Birimi' }, { id: unit('yasli'), name: 'Yaşlı Hizmetleri Birimi' },
      { id: unit('engelli'), name: 'Engelli Hizmetleri Birimi' }, { id: unit('gida'), name: 'Gıda Bankası' },
    ],
    services: [
      { id: 'gida', name: 'Gıda kolisi yardımı', unit: unit('sosyal-yardim'), documents: ['Kimlik fotokopisi', 'İkametgâh belgesi', 'Gelir beyanı'], confidential: false },
      { id: 'yakacak', name: 'Yakacak yardımı', unit: unit('sosyal-yardim'), documents: ['Kimlik fotokopisi', 'Son elektrik faturası'], confidential: false },
      { id: 'evde-bakim', name: 'Evde bakım hizmeti', unit: unit('yasli'), documents: ['Kimlik fotokopisi', 'Sağlık raporu'], confidential: false },
      { id: 'hasta-yatagi', name: 'Hasta yatağı talebi', unit: unit('yasli'), documents: ['Sağlık raporu'], confidential: false },
      { id: 'engelsiz-taksi', name: 'Engelsiz Taksi randevusu', unit: unit('engelli'), documents: [], confidential: false },
      { id: 'bebek', name: 'Bebek bezi ve mama', unit: unit('sosyal-yardim'), documents: ['Doğum belgesi'], confidential: false },
      { id: 'askida-fatura', name: 'Askıda fatura', unit: unit('sosyal-yardim'), documents: ['Fatura'], confidential: false },
    ],
    queues: [
      { id: 'genel' as QueueId, name: 'Genel bilgi' }, { id: 'sosyal' as QueueId, name: 'Sosyal yardım' }, { id: 'acil' as QueueId, name: 'Acil' },
      { id: 'yasli' as QueueId, name: 'Yaşlı ve engelli hizmetleri' },
    ],
    templates: [
      { id: 'basvuru-bilgi', body: 'Sayın {{1}}, {{2}} numaralı başvurunuzla ilgili sizinle görüşmek istiyoruz. Yanıtlamak için bu mesaja yazabilirsiniz.' },
      { id: 'belge-eksik', body: 'Sayın {{1}}, başvurunuz için eksik belge: {{2}}.' },
    ],
  },
};
