/** Beginnings of German job titles, craft by craft (find-craft.ts). */
export const TITLES = `
software: softwareentwick, softwareingenieur, softwarearchitekt, programmier, informatik, entwickler, webentwick, systemadmin, administrator, devops, it-, tester, technischer leiter, cto, fachinformatik, netzwerk
data: data scien, datenanal, dateningenieur, statistik, aktuar, machine learning, business intelligence, datenwissenschaft
science: wissenschaft, forscher, forschung, chemiker, physiker, biolog, geolog, astronom, laborant, archaolog, meteorolog, chemielaborant, mta
design: designer, gestalter, grafik, ux, art director, kreativdirekt, schriftgestalt, illustrat, mediengestalt
writing: schriftsteller, autor, lektor, texter, redakteur technisch, technischer redakteur, dichter, verleger, drehbuch, korrektor
translation: ubersetz, dolmetsch, terminolog, untertitl, lokalisier
media: journalist, reporter, redakteur, moderator, kamera, cutter, fotojournal, produzent, sprecher, chefredakt
arts: kunstler, maler und bildhauer, bildhauer, schauspiel, tanzer, choreograf, kurator, buhnenbild, regisseur, fotograf, kostum, keramik, topfer
music: musiker, geiger, pianist, sanger, dirigent, komponist, organist, kantor, kapellmeister, tontechnik, cellist, chorleit, musiklehr, korrepetitor
medicine: arzt, arztin, chirurg, zahnarzt, psychiater, radiolog, anasthes, kinderarzt, kardiolog, tierarzt, apotheker, hausarzt, oberarzt, chefarzt, hautarzt
nursing: krankenschwester, krankenpfleg, pflegefach, hebamme, stationsleit, altenpfleg, pflegedienst, pfleger, pflegekraft, gesundheits- und
care: therapeut, psycholog, sozialarbeit, sozialpadagog, physio, logopad, ergo, berater, betreuer, heimleit, erzieher heim, diatassistent, ernahrungsberat, jugendarbeit, streetwork
clergy: pfarrer, pastor, priester, rabbiner, imam, seelsorg, diakon, bischof, vikar, monch, nonne, superintendent
law: anwalt, rechtsanwalt, jurist, richter, notar, staatsanwalt, rechtspfleg, justiz, gerichtsvollzieh, syndikus, patentanwalt, kanzlei
teaching: lehrer, rektor, schulleit, erzieher, kita, kindergart, padagog, ausbilder, dozent erwachsen, trainer erwachsen, nachhilfe, referendar
academia: professor, dozent, postdoc, doktorand, dekan, privatdozent, wissenschaftlicher mitarbeiter, hochschul, lehrstuhl
sports: trainer, sportler, fitness, fussball, schiedsrichter, skilehrer, schwimmlehr, yoga, reitlehr, bergfuhr, tennislehr, sportlehr, bademeister
engineering: maschinenbau, bauingenieur, elektroingenieur, ingenieur, statiker, konstrukteur, verfahrens, vermess, techniker, technischer zeichner
architecture: architekt, landschaftsarch, stadtplan, innenarchitekt, bauleiter architekt
trades: elektriker, elektroniker, klempner, installateur, schreiner, tischler, maurer, dachdecker, mechaniker, mechatroniker, schweisser, fliesenleg, maler, lackierer, geigenbau, schmied, schlosser, schneider, zimmerer, zimmermann, polier, heizungsbau, anlagenmechan, glaser, goldschmied, uhrmacher, handwerk, meister, hausmeister, orgelbau, schuhmacher
service: friseur, friseurin, barbier, kosmetik, florist, nagel, tatowier, masseur, reinigung, bestatter, hochzeitsplan, reiseleit, concierge, stadtfuhr, hundefris
food: koch, kochin, kuchenchef, backer, konditor, kellner, barista, barkeeper, sommelier, metzger, fleischer, gastronom, hotel, kaser, brauer, wirt, restaurant
farming: landwirt, bauer, bauerin, gartner, winzer, imker, forster, schafer, obstbau, fischer, agrar, melker, gutsverwalt
transport: fahrer, pilot, kapitan, lokfuhrer, busfahrer, lkw, kurier, disponent, logistik, fluglots, flugbegleit, matrose, kranfuhrer, lager, spedition, schaffner, kraftfahrer
emergency: feuerwehr, polizei, polizist, sanitater, notfallsanitat, soldat, sicherheitsdienst, kommissar, rettung, justizvollzug, offizier, zoll, bundeswehr
sales: vertrieb, verkaufer, verkauf, makler, immobilien, filialleit, einkaufer, aussendienst, kundenberat, handler, kaufmann, kauffrau, versicherungsvertret, key account
sales-engineering: vertriebsingenieur, presales, pre-sales, solution engineer, losungsberat, sales engineer
product: produktmanag, product owner, product manager, produktleit, projektleit, projektmanag, programmleit
marketing: marketing, offentlichkeitsarbeit, pressesprecher, kommunikation, social media, seo, werbe, marke, community
finance: buchhalt, steuerberat, wirtschaftspruf, bankkauf, banker, controller, finanz, lohnbuchhalt, kammerer, bilanz, anlageberat, steuerfach, revisor
founding: grunder, geschaftsfuhr, unternehmer, inhaber, selbststandig, ceo, startup, vorstand
people: personal, hr, recruit, personalreferent, personalentwick, talent, gleichstellung
other: bibliothekar, archivar, tierpfleg, beamt, politiker, burgermeister, sekretar, assistent, berater, verwaltung, sachbearbeit
`;
