/** Who a made-up virtual agent is. */
export interface Agent {
  readonly id: string;
  readonly versionId: string;
  readonly name: string;
  readonly voice: string;
  readonly language: string;
  readonly phone: string;
  /** The id of the category that the agent's tags are in. */
  readonly category: string;
  readonly channels: readonly [string, ...string[]];
}
