/** The function, run one call after the other. */
export function inTurn<Input, Output>(run: (input: Input) => Promise<Output>): typeof run {
  let last: Promise<unknown> = Promise.resolve()
  return (input) => {
    const answer = last.then(() => run(input))
    last = answer.catch(() => undefined)
    return answer
  }
}
