import { parentPort } from 'node:worker_threads';
import { ZxcvbnFactory } from '@zxcvbn-ts/core';
import { adjacencyGraphs, dictionary } from '@zxcvbn-ts/language-common';
import { commonWords } from './common-passwords.ts';
import type { EstimateAnswer, EstimateQuestion } from './password-estimate.ts';

/**
 * The thread in which passwords are estimated: reading the list of leaked ones takes a moment, and so do long passwords.
 * Passphrases of dice words are no weakness, so their list is left out.
 */
const estimator = new ZxcvbnFactory({
  dictionary: { 'passwords-common': dictionary['passwords-common'], ours: [...commonWords] },
  graphs: adjacencyGraphs,
});

parentPort?.on('message', ({ id, password, words }: EstimateQuestion) => {
  const answer: EstimateAnswer = { id, guesses: estimator.check(password, [...words]).guesses };
  parentPort?.postMessage(answer);
});
