/** Lets only the newest of several requests answer: beginning one aborts the one before. */
export class Latest {
  private current: AbortController | undefined;

  begin(): AbortSignal {
    this.current?.abort();
    this.current = new AbortController();
    return this.current.signal;
  }

  stop(): void {
    this.current?.abort();
    this.current = undefined;
  }
}

export function isAbort(problem: unknown): boolean {
  return problem instanceof DOMException && problem.name === "AbortError";
}
