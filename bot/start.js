/**
 * What `npm start` runs: bot/main.ts, with the compile cache on before the first TypeScript file is read.
 * JavaScript, because the first file of a start is the one that no cache can spare Node: reading
 * TypeScript there would load the type stripper at every start. And so that an older Node, which can't
 * read TypeScript, is told so in words.
 */
import * as nodeModule from 'node:module'
import process from 'node:process'
import { fileURLToPath } from 'node:url'

const neededMajor = 24
const { node } = process.versions

if (Number(node.split('.')[0]) < neededMajor) {
  process.stderr.write(
    `Node ${neededMajor} is needed, this is ${node}. "npm ci" brings it along: use the npm scripts, and do not install with --ignore-scripts.\n`,
  )
  process.exitCode = 1
} else {
  // The same folder as in compile-cache.ts, which says why there.
  const folder = fileURLToPath(new URL('../node_modules/.cache/hitozukuri', import.meta.url))
  nodeModule.enableCompileCache(folder)
  await import('./main.ts')
}
