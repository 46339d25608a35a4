import { isAdminRole, type Role } from '@twinlock/shared/vocabulary'

/** Whether a member with this role may grant or revoke the other: an ADMIN cannot appoint or demote an OWNER. */
export function mayAppoint(actor: Role, role: Role): boolean {
  return actor === 'OWNER' || (isAdminRole(actor) && role !== 'OWNER')
}
