import { Refusal } from '../refusals';

const SPECIALS = /[()<>,;:\\[\]]/;
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is looked for
const CONTROL = /[\u0000-\u001f\u007f]/;
// biome-ignore lint/suspicious/noControlCharactersInRegex: everything beyond ASCII is what is looked for
const BEYOND_ASCII = /[^\u0000-\u007f]/;

/** Domains that the sandbox's platform knows not to exist. */
const BAD_DOMAINS = new Set(['invalid', 'example.invalid', 'nowhere.test']);

/** Refuses an address with error 2000 and the key that says what is wrong with it. */
export function checkEmail(address: string): void {
  const key = faultOf(address);
  if (key) throw new Refusal(460, 2000, `invalid email address (${key})`, key);
}

function faultOf(address: string): string | undefined {
  if (address.trim() === '') return 'addr_may_not_be_blank';
  if (address.startsWith('@')) return 'addr_may_not_start_with_at';
  const at = address.lastIndexOf('@');
  if (at < 0) return 'addr_missing_at';
  if (at === address.length - 1) return 'addr_may_not_end_with_at';
  return localFault(address.slice(0, at)) ?? domainFault(address.slice(at + 1));
}

function localFault(local: string): string | undefined {
  if (local.startsWith('"')) {
    if (!/^"([^"\\]|\\.)*"$/s.test(local)) {
      return /^"([^"\\]|\\.)*"./s.test(local)
        ? 'addr_dot_expected_after_quotes'
        : 'addr_unterminated_quote_before_at';
    }
    if (/[\r\n]/.test(local)) return 'addr_cr_within_quotes';
    return BEYOND_ASCII.test(local) ? 'addr_non_ascii_in_quotes' : undefined;
  }
  if (/ /.test(local)) return 'addr_spaces_before_at_must_be_quoted';
  if (/\t/.test(local)) return 'addr_tabs_before_at_must_be_quoted';
  if (CONTROL.test(local)) return 'addr_control_character_before_at';
  if (BEYOND_ASCII.test(local)) return 'addr_non_ascii_before_at';
  if (/^\.|\.$|\.\./.test(local)) return 'addr_dot_before_at_must_be_quoted';
  return SPECIALS.test(local) || local.includes('"') || local.includes('@')
    ? 'addr_specials_before_at_must_be_quoted'
    : undefined;
}

function domainFault(domain: string): string | undefined {
  if (/[\r\n]/.test(domain)) return 'addr_cr_not_allowed_after_at';
  if (/ /.test(domain)) return 'addr_spaces_not_allowed_after_at';
  if (/\t/.test(domain)) return 'addr_tabs_not_allowed_after_at';
  if (CONTROL.test(domain)) return 'addr_control_character_after_at';
  if (BEYOND_ASCII.test(domain)) return 'addr_non_ascii_after_at';
  if (domain.startsWith('.')) return 'addr_cannot_have_dot_immediately_after_at';
  if (domain.endsWith('.')) return 'addr_cannot_end_in_dot';
  if (domain.includes('..')) return 'addr_cannot_have_dot_dot_after_at';
  if (!domain.includes('.')) return 'addr_needs_at_least_one_dot';
  if (!/^[A-Za-z0-9.-]+$/.test(domain)) return 'addr_specials_after_at';
  return BAD_DOMAINS.has(domain.toLowerCase()) ? 'addr_bad_email_domain' : undefined;
}
