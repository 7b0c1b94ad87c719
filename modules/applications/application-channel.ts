/** Where an application came from: the client's own session, or an officer at work. */
export const applicationChannels = ['PERSONAL_ACCOUNT', 'OFFICE'] as const;

export type ApplicationChannel = (typeof applicationChannels)[number];
