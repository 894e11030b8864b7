/**
 * How many registers a property is tried on: a share, the same each time, as one of the tests; all of them, drawn again, in a campaign
 * (`npm run campaign`). A campaign that fails names its seed, which CAMPAIGN_SEED takes.
 */
export function drawn({ share, campaign }: { readonly share: number; readonly campaign: number }): {
  readonly numRuns: number;
  readonly seed?: number;
} {
  const seed = process.env['CAMPAIGN_SEED'];
  if (process.env['CAMPAIGN'] === undefined) return { numRuns: share, seed: 20_180_219 };
  return seed === undefined ? { numRuns: campaign } : { numRuns: campaign, seed: Number(seed) };
}
