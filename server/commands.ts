// Every command, for binding to a person. Each is `(services, actor, input) => Promise<Result>`.
export * from './commands/decisions.ts';
export * from './commands/drafts.ts';
export * from './commands/threads.ts';
