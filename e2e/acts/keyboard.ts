import { expect, type Locator, type Page } from '@playwright/test'

const FARTHEST = 40

/** Goes to a control by Tab alone, and sees where the focus is. */
export async function tabTo(page: Page, control: Locator): Promise<void> {
  await expect(control).toBeVisible()
  for (let presses = 0; presses < FARTHEST; presses++) {
    await page.keyboard.press('Tab')
    if (await control.evaluate((element) => element === document.activeElement)) {
      await expectVisibleFocus(page)
      return
    }
  }
  throw new Error(`Tab does not reach ${control} within ${FARTHEST} presses.`)
}

export async function tabAndPress(page: Page, control: Locator, key: 'Enter' | 'Space' = 'Enter'): Promise<void> {
  await tabTo(page, control)
  await page.keyboard.press(key)
}

/** A ring of the accent colour, 2 pixels wide, on the control or on the card that stands for it; and nothing over it. */
async function expectVisibleFocus(page: Page): Promise<void> {
  const focus = await page.evaluate(() => {
    const element = document.activeElement
    if (!element) return null
    const ringed = [element, ...parentsOf(element)].find((one) => {
      const { outlineStyle, outlineWidth } = getComputedStyle(one)
      return outlineStyle !== 'none' && Number.parseFloat(outlineWidth) >= 2
    })
    const box = element.getBoundingClientRect()
    const onTop = document.elementFromPoint(box.x + box.width / 2, box.y + box.height / 2)
    const isCovered = onTop !== null && !element.contains(onTop) && !onTop.contains(element)
    return { hasRing: ringed !== undefined, isCovered, name: element.textContent || element.getAttribute('name') }

    function parentsOf(child: Element): Element[] {
      return child.parentElement ? [child.parentElement, ...parentsOf(child.parentElement)] : []
    }
  })
  expect(focus, 'the focus can be seen').toMatchObject({ hasRing: true, isCovered: false })
}
