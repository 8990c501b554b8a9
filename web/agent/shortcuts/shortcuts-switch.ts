import { useLocalStorage } from '@mantine/hooks';

/** Whether single keys act at all: people who steer by voice or strike keys by chance turn them off (WCAG 2.1.4). */
export function useShortcutsSwitch(): [boolean, (isOn: boolean) => void] {
  const [value, setValue] = useLocalStorage({ key: 'portico.shortcuts', defaultValue: 'on' });
  return [value !== 'off', (isOn) => setValue(isOn ? 'on' : 'off')];
}
