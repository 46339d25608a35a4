import { execFile } from 'node:child_process'
import { existsSync } from 'node:fs'
import { writeFile } from 'node:fs/promises'
import { promisify } from 'node:util'
import type { Page, TestInfo } from '@playwright/test'
import jsQR from 'jsqr'

const run = promisify(execFile)

/** Photographs what the page shows, and reads the QR code in it: by zbarimg, or by a library of another maker. */
export async function scanQrCode(page: Page, testInfo: TestInfo): Promise<string> {
  const photo = await page.screenshot()
  if (!existsSync('/usr/bin/zbarimg')) return await readWithJsQr(page, photo)
  const file = testInfo.outputPath('qr-photo.png')
  await writeFile(file, photo)
  const { stdout } = await run('zbarimg', ['-q', '--raw', file])
  return stdout.trim()
}

/** The pixels come from the browser, which can read a PNG; an empty page of it, since ours allows no such thing. */
async function readWithJsQr(page: Page, photo: Buffer): Promise<string> {
  const darkroom = await page.context().newPage()
  const { pixels, width, height } = await darkroom.evaluate(async (base64) => {
    const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0))
    const bitmap = await createImageBitmap(new Blob([bytes], { type: 'image/png' }))
    const canvas = new OffscreenCanvas(bitmap.width, bitmap.height).getContext('2d')
    canvas?.drawImage(bitmap, 0, 0)
    const data = canvas?.getImageData(0, 0, bitmap.width, bitmap.height).data ?? []
    return { pixels: [...data], width: bitmap.width, height: bitmap.height }
  }, photo.toString('base64'))
  await darkroom.close()
  const found = jsQR(Uint8ClampedArray.from(pixels), width, height)
  if (!found) throw new Error('There is no QR code in the picture.')
  return found.data
}
