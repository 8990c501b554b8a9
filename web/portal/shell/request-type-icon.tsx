import {
  IconBug,
  IconBuilding,
  IconBulb,
  IconCalendar,
  IconCreditCard,
  IconDeviceLaptop,
  IconFileText,
  IconHelp,
  IconKey,
  IconLock,
  IconMail,
  IconMessageCircle,
  IconPackage,
  IconSettings,
  IconShoppingCart,
  IconTool,
  IconTruck,
  IconUser,
  IconUsers,
  IconWifi,
} from '@tabler/icons-react';

const icons: Record<string, typeof IconHelp> = {
  billing: IconCreditCard,
  bug: IconBug,
  building: IconBuilding,
  bulb: IconBulb,
  calendar: IconCalendar,
  cart: IconShoppingCart,
  chat: IconMessageCircle,
  document: IconFileText,
  key: IconKey,
  laptop: IconDeviceLaptop,
  lock: IconLock,
  mail: IconMail,
  network: IconWifi,
  package: IconPackage,
  settings: IconSettings,
  tool: IconTool,
  truck: IconTruck,
  user: IconUser,
  users: IconUsers,
};

/** The picture of a request type, by the name that it carries; decoration. */
export function RequestTypeIcon({ name }: { name: string }) {
  const Icon = icons[name] ?? IconHelp;
  return <Icon size={22} stroke={1.6} aria-hidden="true" />;
}
