import type { Locator } from '@playwright/test';

/** Answers a bank that asks for a word: the right one, or as is said instead. */
export async function answerBank(form: Locator, instead: string | undefined): Promise<void> {
  if (instead !== 'Cancel') await form.getByLabel('Password').fill(instead ? 'wrong' : 'password');
  await form.getByRole('button', { name: instead === 'Cancel' ? 'Cancel' : 'Continue' }).click();
}
