// Every command, for binding to a person. Each is `(services, actor, input) => Promise<Result>`.
export * from './commands/coverage.ts';
export * from './commands/decisions.ts';
export * from './commands/drafts.ts';
export * from './commands/looks.ts';
export * from './commands/threads.ts';
export * from './commands/briefs.ts';
export * from './commands/creators.ts';
export * from './commands/deliverables.ts';
export * from './commands/guidelines.ts';
export * from './commands/offers.ts';
export * from './commands/account.ts';
export * from './commands/devices.ts';
export * from './commands/people.ts';
