/** The product on Teams as a process of its own: as `bot/start.js` starts it, without the local clients. */
import process from 'node:process'
import { keepCompiled, saveCompiled } from '../../../bot/compile-cache.ts'

keepCompiled()
const { readConfig } = await import('../../../bot/config.ts')
const { startProduct } = await import('../../../bot/product.ts')
const product = await startProduct(readConfig(), {
  dialogs: true,
  writeLog: (line) => process.stdout.write(line),
})
process.once('SIGTERM', () => void product.stop())
saveCompiled()
