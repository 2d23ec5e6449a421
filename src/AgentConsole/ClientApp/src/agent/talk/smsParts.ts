/** Letters of the GSM 7-bit alphabet; Ç ö ü Ö Ü are in it, but ç ğ Ğ ş Ş ı İ are not and force 16 bits. */
const GSM = /^[@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !"#¤%&'()*+,\-./0-9:;<=>?¡A-ZÄÖÑÜ§¿a-zäöñüà]*$/;

/** How many SMS a text becomes: 160 letters or 153 each when joined; 70 and 67 with Turkish letters. */
export function smsParts(text: string): number {
  const [whole, joined] = GSM.test(text) ? [160, 153] : [70, 67];
  return text.length <= whole ? 1 : Math.ceil(text.length / joined);
}
