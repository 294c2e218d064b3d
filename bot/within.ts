/** Waits for work, but not for ever: undefined when it takes longer. What the work does later is not stopped. */
export const within = async <T>(work: Promise<T>, msMax: number): Promise<T | undefined> => {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<undefined>((resolve) => {
    timer = setTimeout(() => resolve(undefined), msMax)
  })
  try {
    return await Promise.race([work, late])
  } finally {
    clearTimeout(timer)
  }
}
