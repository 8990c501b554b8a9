/**
 * Domains in which anybody can have an address. No company speaks for their people, so no provider may own them.
 * Kept by hand: the large services of the regions that we know of.
 */
const consumerDomains: ReadonlySet<string> = new Set(
  `gmail.com googlemail.com outlook.com outlook.de outlook.fr outlook.es outlook.it outlook.jp hotmail.com hotmail.de
  hotmail.fr hotmail.co.uk hotmail.es hotmail.it live.com live.de live.fr live.co.uk live.nl msn.com yahoo.com yahoo.de
  yahoo.fr yahoo.co.uk yahoo.es yahoo.it yahoo.co.jp yahoo.co.in yahoo.com.br ymail.com rocketmail.com aol.com aim.com
  icloud.com me.com mac.com gmx.de gmx.net gmx.com gmx.at gmx.ch web.de freenet.de t-online.de arcor.de mail.de
  posteo.de posteo.net mailbox.org proton.me protonmail.com protonmail.ch pm.me tutanota.com tutanota.de tuta.io
  tuta.com hey.com fastmail.com fastmail.fm hushmail.com zoho.com zohomail.com zohomail.eu mail.com email.com inbox.com
  yandex.com yandex.ru ya.ru mail.ru bk.ru list.ru inbox.ru rambler.ru ukr.net qq.com foxmail.com 163.com 126.com
  sina.com sohu.com aliyun.com naver.com daum.net hanmail.net docomo.ne.jp ezweb.ne.jp softbank.ne.jp nifty.com
  orange.fr wanadoo.fr free.fr laposte.net sfr.fr bbox.fr libero.it virgilio.it tiscali.it alice.it tin.it telenet.be
  skynet.be ziggo.nl xs4all.nl kpnmail.nl planet.nl hetnet.nl bluewin.ch sunrise.ch seznam.cz centrum.cz post.cz wp.pl
  o2.pl onet.pl interia.pl op.pl abv.bg bol.com.br uol.com.br terra.com.br ig.com.br globo.com comcast.net verizon.net
  att.net sbcglobal.net bellsouth.net cox.net charter.net earthlink.net optonline.net shaw.ca rogers.com sympatico.ca
  btinternet.com sky.com virginmedia.com talktalk.net blueyonder.co.uk ntlworld.com bigpond.com optusnet.com.au
  xtra.co.nz rediffmail.com mailinator.com guerrillamail.com 10minutemail.com yopmail.com`
    .split(/\s+/)
    .filter(Boolean),
);

/** Whether anybody can get an address in this domain (normalized). */
export function isConsumerDomain(domain: string): boolean {
  return consumerDomains.has(domain);
}
