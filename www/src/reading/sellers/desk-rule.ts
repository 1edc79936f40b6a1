/** The rulebook and its deadline for the next verification of a seller. */
export const DEADLINE = { rulebook: 'cn/complaint', deadline: 'platform_verifies_again' } as const;
