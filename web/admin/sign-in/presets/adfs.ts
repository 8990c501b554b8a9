import type { Preset } from './preset.ts';

const attributesRule = `c:[Type == "http://schemas.microsoft.com/ws/2008/06/identity/claims/windowsaccountname", Issuer == "AD AUTHORITY"]
 => issue(store = "Active Directory",
    types = ("http://schemas.xmlsoap.org/ws/2005/05/identity/claims/emailaddress",
             "http://schemas.xmlsoap.org/ws/2005/05/identity/claims/name",
             "http://schemas.xmlsoap.org/claims/Group"),
    query = ";mail,displayName,tokenGroups;{0}", param = c.Value);`;

const nameIdRule = `c:[Type == "http://schemas.microsoft.com/ws/2008/06/identity/claims/primarysid"]
 => issue(Type = "http://schemas.xmlsoap.org/ws/2005/05/identity/claims/nameidentifier",
    Value = c.Value,
    Properties["http://schemas.xmlsoap.org/ws/2005/05/identity/claimproperties/format"]
      = "urn:oasis:names:tc:SAML:2.0:nameid-format:persistent");`;

export const adfs: Preset = {
  id: 'adfs',
  name: 'AD FS',
  instructions: [
    {
      protocol: 'saml',
      steps: [
        'In Server Manager, open Tools → AD FS Management. Under Actions click Add Relying Party Trust, choose Claims aware and click Start.',
        'Choose “Import data about the relying party published online or on a local network”, and enter {metadataUrl} as Federation metadata address. If the server cannot reach it, save that page as a file and choose “Import data about the relying party from a file”.',
        'Give a Display name, choose who may sign in under Access Control Policy, and finish the wizard.',
        'Right-click the trust, click Properties, and check under Identifiers that it says {entityId}, and under Endpoints that it says {acsUrl}.',
        'Under Advanced, see that Secure hash algorithm is SHA-256. Click OK.',
        'Right-click the trust, click Edit Claim Issuance Policy, and Add Rule. As Claim rule template choose Send Claims Using a Custom Rule. Give a Claim rule name, paste the first text below as Custom rule, and click Finish. Do the same with the second text.',
        'Import the metadata of AD FS here. Its address is `https://{host}/FederationMetadata/2007-06/FederationMetadata.xml`, with the host name of your federation service.',
      ],
      hints: {
        entityId: 'Federation Service identifier',
        signOnUrl: 'SAML 2.0/WS-Federation endpoint, usually /adfs/ls/',
        certificates: 'Service → Certificates → Token-signing',
        metadataUrl: 'FederationMetadata.xml',
        logoutUrl: 'the same address as Sign-on URL',
      },
      defaults: {
        metadataUrl: 'https://{host}/FederationMetadata/2007-06/FederationMetadata.xml',
        emailAttribute: 'http://schemas.xmlsoap.org/ws/2005/05/identity/claims/emailaddress',
        nameAttribute: 'http://schemas.xmlsoap.org/ws/2005/05/identity/claims/name',
        groupsAttribute: 'http://schemas.xmlsoap.org/claims/Group',
      },
      texts: [
        { label: 'First custom rule: e-mail address, name and groups', text: attributesRule },
        { label: 'Second custom rule: Name ID', text: nameIdRule },
      ],
      traps: [
        'AD FS takes our addresses only when they start with https://, and reads our metadata only when it trusts the certificate of this site.',
        'A trust with SHA-1 as Secure hash algorithm is refused here.',
        'AD FS makes a new token-signing certificate every year by itself (AutoCertificateRollover), some weeks before it signs with it. With the metadata address here, the new one is there in time.',
        'An AD FS that is reachable only inside the company’s network cannot be asked for its metadata: import it as a file, and again when the certificate changes.',
        'People without a mail attribute in Active Directory cannot sign in.',
        'The rule sends the names of all security groups that somebody is in, nested ones too, without the domain.',
      ],
      documentation:
        'https://learn.microsoft.com/en-us/windows-server/identity/ad-fs/operations/create-a-relying-party-trust',
    },
  ],
  traps: [],
};
