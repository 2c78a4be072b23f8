import 'server-only';

export { type Compose, type Composed, type ComposeOptions, createCompose } from './compose';
export { createMailer, type Mailer, type MailerOptions, type MailOutcome } from './mailer';
