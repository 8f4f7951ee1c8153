/** Beginnings of French job titles, craft by craft (find-craft.ts). */
export const TITLES = `
software: developp, programmeu, ingenieur logiciel, informatic, administrateur systeme, devops, architecte logiciel, testeu, dsi, cto, webmaster, technicien informatique, integrateu
data: data, analyste de donnees, statistic, actuaire, science des donnees, econometr, apprentissage automatique
science: scientifique, chercheu, chimiste, physicien, biologiste, geologue, astronome, botaniste, technicien de laboratoire, archeologue, meteorolog, ecologue
design: designe, graphiste, ux, directeur artistique, directrice artistique, maquettiste, illustrat, typograph
writing: ecrivain, auteu, autrice, redact, editeu, editrice, poete, correcteu, correctrice, scenariste, concepteur-redacteur, romanci
translation: traduct, interprete, localis, sous-titr, terminolog
media: journaliste, reporter, presentat, animateur radio, cameraman, monteu, photojournal, producteur audiovisuel, realisateur tele, redacteur en chef, podcast
arts: artiste, peintre d'art, sculpt, comedien, acteu, actrice, danseu, choregraph, commissaire d'exposition, metteu, scenograph, photograph, costumi, ceramiste, cineaste, conservat
music: musicien, violon, pianiste, chanteu, chef d'orchestre, compositeu, organiste, chef de choeur, ingenieur du son, regisseur son, accordeu
medicine: medecin, chirurgien, dentiste, psychiatre, radiologue, anesthesiste, pediatre, cardiologue, veterinaire, pharmacien, docteu, dermatologue, generaliste, interne en medecine
nursing: infirmi, sage-femme, maieutic, aide-soignant, cadre de sante, puericult, auxiliaire de puer
care: psycholog, kinesi, assistante sociale, assistant social, educateur specialise, educatrice specialisee, orthophon, ergotherap, dieteti, therapeute, travailleur social, aide a domicile, auxiliaire de vie, conseiller conjugal, assistante maternelle, psychomotric
clergy: pretre, cure, pasteu, rabbin, imam, aumoni, diacre, eveque, moine, religieu, abbe
law: avocat, juriste, juge, notaire, procureu, magistrat, greffi, huissi, commissaire de justice, conseil juridique, clerc
teaching: enseignant, professeur des ecoles, professeur de, instituteu, institutrice, maitresse, directrice d'ecole, directeur d'ecole, formateu, formatrice, proviseu, principal de college, moniteur, educatrice de jeunes
academia: professeur des universites, maitre de conferences, doctorant, postdoc, doyen, universitaire, enseignant-chercheur, enseignante-chercheuse, ater
sports: entraineu, sportif, sportive, coach sportif, footballeu, arbitre, moniteur de ski, maitre-nageur, yoga, equitation, guide de haute montagne, prof de sport
engineering: ingenieu, genie civil, mecanique, projeteu, dessinateur industriel, geometre, technicien, bureau d'etudes
architecture: architecte, paysagiste, urbaniste, architecte d'interieur
trades: electricien, plombi, menuisi, charpenti, macon, couvreu, mecanicien, soudeu, carreleu, peintre en batiment, peintre, luthi, forgeron, serruri, tailleu, ebeniste, chauffagiste, platri, vitri, bijouti, horlog, artisan, chef de chantier, couturi, tapissi, cordonni
service: coiffeu, barbier, estheti, fleuriste, tatoueu, masseu, agent d'entretien, pompes funebres, wedding planner, guide touristique, concierge, pressing, toiletteu, gouvernante
food: cuisini, chef de cuisine, boulang, patissi, serveu, barista, barman, sommeli, bouch, restaurat, hoteli, fromag, brasseu, traiteu, chocolati, commis, maitre d'hotel
farming: agricult, jardini, vigneron, viticult, apicult, forestier, berg, maraich, eleveu, pecheu, horticult, agronome, oenolog, arboricult, elagueu
transport: chauffeu, conducteu, pilote, capitaine, cheminot, livreu, coursi, logistic, controleur aerien, hotesse de l'air, steward, marin, grutier, magasini, routier, cariste, affreteu, batelier
emergency: pompier, polici, gendarme, ambulanci, secouriste, militaire, soldat, agent de securite, surveillant penitentiaire, douani, samu, sauveteu, officier
sales: commercial, vendeu, agent immobilier, negociateu, gerant de magasin, acheteu, courti, conseiller clientele, representant, charge d'affaires, responsable de magasin, assureu
sales-engineering: ingenieur commercial, avant-vente, ingenieur avant-vente, technico-commercial
product: chef de produit, cheffe de produit, product owner, product manager, chef de projet, cheffe de projet, responsable produit
marketing: marketing, communication, relations publiques, community manager, seo, attache de presse, publicit, charge de com, responsable de marque
finance: comptable, expert-comptable, auditeu, fiscaliste, banqui, controleur de gestion, financi, directeur financier, tresori, paie, conseiller financier, gestionnaire de patrimoine
founding: fondat, pdg, entrepreneu, gerant, chef d'entreprise, independant, createur d'entreprise, directeur general, dirigeant
people: ressources humaines, rh, drh, recruteu, talent, charge de recrutement, diversite
other: bibliothecaire, archiviste, documentaliste, soigneu, fonctionnaire, maire, elu, secretaire, assistant de direction, consultant
`;
