import { isAdminRole, type Role } from '@twinlock/shared/vocabulary'

/** Whether somebody of this role may give or take that one: an ADMIN cannot make or unmake an OWNER. */
export function mayAppoint(actor: Role, role: Role): boolean {
  return actor === 'OWNER' || (isAdminRole(actor) && role !== 'OWNER')
}
