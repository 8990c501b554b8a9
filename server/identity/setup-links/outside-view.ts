import { domainOf } from '../accounts/email.ts';
import type { Provider } from '../providers/store.ts';
import { speaksFor } from '../sign-in/admission.ts';
import type { NotedStep } from '../sign-in/notes.ts';
import type { Explanation } from '../traces/explain.ts';
import type { Trace } from '../traces/store.ts';
import { explainToOutsider } from './explain-to-outsider.ts';

/**
 * What whoever has a set-up link may read of a test. All that the provider itself said is theirs. What became of the person
 * here is theirs only as far as the provider speaks for the person's e-mail address: otherwise whoever controls a provider
 * could let it name any address, and would learn from the answer who has an account here, and whose customers they are. So
 * for other addresses the verdict is made of the settings alone, whatever the sign-in came to.
 */
export interface OutsideView {
  readonly outcome: Trace['outcome'];
  /** what becomes of the person is not for whoever has the link to see */
  readonly isUndecided: boolean;
  readonly explanation: Explanation | null;
  readonly steps: readonly NotedStep[];
  readonly result: { readonly organizations: string[]; readonly portals: string[] } | null;
}

/** The checks of what the provider said. */
const providerSteps = new Set([
  'discovery',
  'response',
  'browser',
  'code-exchange',
  'id-token',
  'userinfo',
  'size-and-shape',
  'decryption',
  'signature',
  'issuer',
  'audience',
  'recipient',
  'in-response-to',
  'authentication',
  'times',
  'one-time',
  'person',
]);

/** What is looked at in the person, in this order. */
const personSteps = new Set(['domain', 'admission', 'account', 'organizations']);

/** Refusals that tell nothing of accounts here. */
const sayableCodes = new Set([
  'email_unverified',
  'group_not_allowed',
  'groups_incomplete',
  'internal_error',
]);

export function outsideView(trace: Trace, provider: Provider, url: URL): OutsideView {
  const { issued } = trace;
  const isRead = issued !== null && trace.steps.some(({ name }) => name === 'domain');
  const steps = trace.steps.filter(({ name }) => providerSteps.has(name));
  if (!isRead) {
    return {
      outcome: trace.outcome,
      isUndecided: false,
      explanation: trace.outcome === 'refused' ? explainToOutsider(trace, provider, url) : null,
      steps,
      result: null,
    };
  }
  const { assertion } = issued;
  if (speaksFor(provider, assertion.email)) return viewOfOwnPerson(trace, provider, url, steps);
  const domain = domainOf(assertion.email);
  if (provider.admits !== 'all') {
    const isClaimed = provider.claims.some((claim) => claim.domain === domain);
    return {
      ...refused(steps, 'domain'),
      explanation: isClaimed
        ? {
            problem: `${domain} is not proved to be yours yet, so nobody with an address there can sign in.`,
            fix: 'Prove it in the step about domains, and test again. All that your provider sends was read without trouble.',
          }
        : {
            problem: `${assertion.email} is in none of the domains that you named.`,
            fix: `If ${domain} is yours, add it in the step about domains and prove it. Otherwise test with an address of your own company.`,
          },
    };
  }
  if (!assertion.emailVerified) {
    const reason = { key: 'email-unverified', found: assertion.email };
    const refusal = { code: 'email_unverified', detail: 'The e-mail address is not verified', reason };
    return { ...refused(steps, 'domain'), explanation: explainToOutsider(refusal, provider, url) };
  }
  return { outcome: 'succeeded', isUndecided: true, explanation: null, steps, result: null };
}

/** How a test went, as whoever has the link is told. */
export function outsideOutcome(trace: Trace, provider: Provider): Trace['outcome'] {
  return outsideView(trace, provider, new URL('http://localhost')).outcome;
}

function viewOfOwnPerson(
  trace: Trace,
  provider: Provider,
  url: URL,
  steps: readonly NotedStep[],
): OutsideView {
  const { outcome, code, reference, result } = trace;
  const ofPerson = trace.steps.filter(({ name }) => personSteps.has(name));
  return {
    outcome,
    isUndecided: false,
    explanation: outcome === 'refused' ? explainOwnPerson() : null,
    steps: [...steps, ...ofPerson.map((step) => ({ ...step, detail: null }))],
    result: result && {
      organizations: result.organizations.map(({ name }) => name),
      portals: result.portals.map(({ name }) => name),
    },
  };

  function explainOwnPerson(): Explanation {
    if (code !== null && sayableCodes.has(code)) return explainToOutsider(trace, provider, url);
    return {
      problem:
        'Your provider and this site understand each other: all that it sends was read and checked. Only this very person would not be let in here.',
      fix: `Test again, best with an ordinary account of somebody who is to use it. If it stays, tell whoever sent you the link the reference ${reference}: they see why.`,
    };
  }
}

function refused(steps: readonly NotedStep[], name: string): Omit<OutsideView, 'explanation'> {
  return {
    outcome: 'refused',
    isUndecided: false,
    steps: [...steps, { name, outcome: 'failed', detail: null }],
    result: null,
  };
}
