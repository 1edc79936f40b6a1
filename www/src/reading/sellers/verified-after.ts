import type { Seller } from './types.ts';

/** Whether a seller was verified after it had been deregistered, which cannot well be. */
export function verifiedAfter({ deregistered, verified }: Seller): boolean {
  return typeof deregistered === 'string' && verified !== undefined && verified > deregistered;
}
