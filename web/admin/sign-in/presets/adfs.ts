import type { Preset } from './preset.ts';

const claimRules = `@RuleName = "E-mail, name and groups"
c:[Type == "http://schemas.microsoft.com/ws/2008/06/identity/claims/windowsaccountname", Issuer == "AD AUTHORITY"]
 => issue(store = "Active Directory",
    types = ("http://schemas.xmlsoap.org/ws/2005/05/identity/claims/emailaddress",
             "http://schemas.xmlsoap.org/ws/2005/05/identity/claims/name",
             "http://schemas.xmlsoap.org/claims/Group"),
    query = ";mail,displayName,tokenGroups;{0}", param = c.Value);

@RuleName = "NameID"
c:[Type == "http://schemas.microsoft.com/ws/2008/06/identity/claims/primarysid"]
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
        'In AD FS Management, right-click Relying Party Trusts, and click Add Relying Party Trust. Choose Claims aware and click Start.',
        'Choose “Import data about the relying party published online or on a local network” and enter {metadataUrl}. If the server cannot reach it, save that page as a file and choose “Import data about the relying party from a file”.',
        'Give a Display name, choose who may sign in under Access Control Policy, and finish the wizard.',
        'Check under Properties → Identifiers that it says {entityId}, and under Endpoints that it says {acsUrl}.',
        'Under Properties → Advanced, see that Secure hash algorithm is SHA-256.',
        'Right-click the trust, and click Edit Claim Issuance Policy → Add Rule → Send Claims Using a Custom Rule. Make one rule of each that stands below.',
        'Import the metadata of AD FS here. Its address is https://{host}/FederationMetadata/2007-06/FederationMetadata.xml, with the host name of your federation service.',
      ],
      hints: {
        entityId: 'Federation Service identifier',
        signOnUrl: 'SAML 2.0/WS-Federation endpoint, usually /adfs/ls/',
        certificates: 'Token-signing certificate',
        metadataUrl: 'FederationMetadata.xml',
      },
      defaults: {
        metadataUrl: 'https://{host}/FederationMetadata/2007-06/FederationMetadata.xml',
        emailAttribute: 'http://schemas.xmlsoap.org/ws/2005/05/identity/claims/emailaddress',
        nameAttribute: 'http://schemas.xmlsoap.org/ws/2005/05/identity/claims/name',
        groupsAttribute: 'http://schemas.xmlsoap.org/claims/Group',
      },
      texts: [{ label: 'Claim rules', text: claimRules }],
    },
  ],
  traps: [
    'A trust with SHA-1 as Secure hash algorithm is refused here.',
    'AD FS makes a new token-signing certificate every year by itself (AutoCertificateRollover). With the metadata address here, the new one is there in time.',
    'An AD FS that is reachable only inside the company’s network cannot be asked for its metadata: import it as a file, and again when the certificate changes.',
    'People without a mail attribute in Active Directory cannot sign in.',
  ],
};
