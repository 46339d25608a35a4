import { limits } from '@twinlock/shared/limits'
import { isVisible } from '@twinlock/shared/typed-text'
import { lineProblem } from '../../domain/input-problems.js'

/** @returns what a name lacks, in words for the person; null when it will do */
export function nameProblem(name: string, maxLength: number = limits.name.maxLength): string | null {
  return isVisible(name) ? lineProblem(name, maxLength) : 'Write a name.'
}
