import type { Role, User } from '../api/types';

const has = (user: User, ...roles: Role[]) => roles.some((role) => user.roles.includes(role));

/** What the pages offer; the service decides what is allowed. */
export const mayFlag = (user: User) => has(user, 'FLAGGER', 'READER', 'ADMIN');
export const mayWatch = (user: User) => has(user, 'ML_ENGINEER', 'QUALITY', 'ADMIN');
export const mayStartRuns = (user: User) => has(user, 'ML_ENGINEER', 'ADMIN');
export const maySeeShadow = mayWatch;
export const mayCloseAlerts = (user: User) => has(user, 'QUALITY', 'ADMIN');
