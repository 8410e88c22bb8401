/** Types of serve.mjs, for tests in TypeScript. */
export interface PortalServer {
  /** With a slash at the end. */
  readonly url: string;
  readonly port: number;
  close(): Promise<void>;
}

export interface PortalServerOptions {
  /** 0, the default, means any free one. */
  readonly port?: number;
  readonly host?: string;
  /** Folders by path prefix; the first match serves. */
  readonly mounts?: readonly { readonly prefix: string; readonly folder: string }[];
}

export function createPortalServer(options?: PortalServerOptions): Promise<PortalServer>;
