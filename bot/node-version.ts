const neededMajor = 24

/** What is wrong with this version of Node, or undefined: sources are run as they are, which older ones can't. */
export const nodeProblem = (version: string): string | undefined => {
  const major = Number(version.split('.')[0])
  if (major >= neededMajor) return undefined
  return `Node ${neededMajor} is needed, this is ${version}. "npm ci" brings it along: use the npm scripts, and do not install with --ignore-scripts.`
}
