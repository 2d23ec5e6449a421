/** Sentences for refusals by code; the pack's `error.{code}` texts come first. Each says what happened and what to do. */
export const errors = {
  'error.client.offline': 'Sunucuya ulaşılamadı. Bağlantı gelince yeniden deneyin; işlem iki kez yapılmaz.',
  'error.session.invalid': 'Kullanıcı adı veya parola hatalı. Lütfen kontrol edip yeniden deneyin.',
  'error.session.locked': 'Çok sayıda hatalı deneme nedeniyle hesap kilitlendi. 15 dakika sonra yeniden deneyin.',
  'error.offer.not_pending': 'Bu teklif artık geçerli değil; görüşme başka birine yönlendirildi veya sona erdi.',
  'error.contact.not_yours': 'Bu görüşme artık sizde değil.',
  'error.message.window_closed': "WhatsApp'ta 24 saatlik yanıt süresi doldu. Onaylı şablon seçin veya SMS gönderin.",
  'error.outreach.not_safe': 'Bu vatandaşa şu anda bu yoldan ulaşmak güvenli değil. Güvenli iletişim bilgisine bakın.',
  'error.topic.forbidden': 'Bu bölümü görme yetkiniz yok.',
  'error.http.403': 'Bu işlem için yetkiniz yok.',
  'error.http.404': 'Kayıt bulunamadı; silinmiş veya taşınmış olabilir.',
  'error.http.503': 'Sistem şu anda yoğun. Birkaç saniye sonra yeniden deneyin.',
  'error.unknown': 'İşlem yapılamadı. Lütfen yeniden deneyin ({{code}}).',
} as const;
