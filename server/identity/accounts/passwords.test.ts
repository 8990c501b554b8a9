import { monitorEventLoopDelay } from 'node:perf_hooks';
import { hash } from '@node-rs/argon2';
import { describe, expect, it } from 'vitest';
import { passwordProblem, verifyPassword } from './passwords.ts';

const ada = {
  email: 'ada.lovelace@northwind.example',
  displayName: 'Ada Lovelace',
  siteName: 'Northwind Help',
};

describe('passwordProblem', () => {
  it.each([
    'nine small otters swim',
    'Tr0ub4dor&3xyz',
    'ein stiller Abend am Wasser',
    '🦦🦦🦦🦦otterswim',
    'zebra-summer-9-quartz',
    'k7mq-x2vd-9hrt-w4zp',
    'ada likes cold tangerines',
    `${'x'.repeat(10)}gR7$kP2!vQ9`,
  ])('has nothing to say of %s', async (password) => {
    expect(await passwordProblem(password, ada)).toBeNull();
  });

  it.each([
    'short',
    'elevenchars',
    'a'.repeat(257),
    'password1234',
    'PASSWORD!!!!!',
    'P@ssw0rd2024!',
    'Passwort2024!',
    'Willkommen12',
    '123456789012',
    'passwordpassword',
    'qwertyuiop12',
    'iloveyou12345',
    'trustno1trustno1',
    'aaaaaaaaaaaaaaa',
    'abcabcabcabcabc',
    'ada.lovelace@northwind.example',
    'Ada.Lovelace1815',
    'lovelaceada123',
    'NorthwindHelp24',
    'portico-portico',
    'ada123456789',
  ])('refuses %s', async (password) => {
    expect(await passwordProblem(password, ada)).toMatch(/\.$/);
  });

  it('leaves the event loop to others while it estimates', async () => {
    await passwordProblem('nine small otters swim', ada);
    const watched = monitorEventLoopDelay({ resolution: 1 });
    watched.enable();
    const hard = 'qX3!a9_Zk0@pL1$eR5&wT7*uI2(oP4)sD6^fG8%hJ'.repeat(6);
    expect(await passwordProblem(hard, ada)).toBeNull();
    watched.disable();
    expect(watched.max / 1e6).toBeLessThan(250);
  });
});

describe('verifyPassword', () => {
  it('knows the right password, and nobody’s', async () => {
    const hashed = await hash('nine small otters swim');
    expect(hashed).toMatch(/^\$argon2id\$/);
    expect(await verifyPassword(hashed, 'nine small otters swim')).toBe(true);
    expect(await verifyPassword(hashed, 'nine small otters swam')).toBe(false);
    expect(await verifyPassword(null, 'nobody has this password')).toBe(false);
  });
});
