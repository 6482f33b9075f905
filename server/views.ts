// Every read that a page makes, for binding to a person. Each is `(services, actor, params)`.
export * from './views/drafts.ts';
export * from './views/threads.ts';
export * from './views/versions.ts';
export * from './views/briefs.ts';
export * from './views/creators.ts';
export * from './views/guidelines.ts';
export * from './views/live-guidelines.ts';
export * from './views/people.ts';
export * from './views/home.ts';
export * from './views/here.ts';
export * from './views/take-post.ts';
export * from './views/take-guidelines.ts';
export * from './views/take-proof.ts';
export * from './views/inbox.ts';
export * from './views/taking-along.ts';
export * from './views/voice.ts';
