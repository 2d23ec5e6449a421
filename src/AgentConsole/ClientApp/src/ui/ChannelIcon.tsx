import { useText } from '../i18n/useText';
import type { Channel } from '../words';
import { Icon, type IconName } from './Icon';

const icons: Record<Channel, IconName> = {
  Voice: 'phone', WhatsApp: 'chat', Sms: 'sms', Web: 'form', Cimer: 'form', AcikKapi: 'form', WalkIn: 'user',
};

export function ChannelIcon({ channel, size = 16 }: { channel: Channel; size?: number }) {
  const text = useText();
  return <Icon name={icons[channel]} size={size} label={text(`channel.${channel}`)} />;
}
