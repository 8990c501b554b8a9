import {
  IconAlertTriangle,
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

// by the names under which request types carry them, which are Tabler's
const icons: Record<string, typeof IconHelp> = {
  'alert-triangle': IconAlertTriangle,
  bug: IconBug,
  building: IconBuilding,
  bulb: IconBulb,
  calendar: IconCalendar,
  'credit-card': IconCreditCard,
  'device-laptop': IconDeviceLaptop,
  'file-text': IconFileText,
  help: IconHelp,
  key: IconKey,
  lock: IconLock,
  mail: IconMail,
  'message-circle': IconMessageCircle,
  package: IconPackage,
  settings: IconSettings,
  'shopping-cart': IconShoppingCart,
  tool: IconTool,
  truck: IconTruck,
  user: IconUser,
  users: IconUsers,
  wifi: IconWifi,
};

/** The names that a request type can carry, in the order of the alphabet. */
export const requestTypeIcons: readonly string[] = Object.keys(icons);

/** The picture of a request type, by the name that it carries; decoration. */
export function RequestTypeIcon({ name }: { name: string }) {
  const Icon = icons[name] ?? IconHelp;
  return <Icon size={22} stroke={1.6} aria-hidden="true" />;
}
