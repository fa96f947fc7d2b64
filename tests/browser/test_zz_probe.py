import json
def test_probe(monitor, truth):
    import time
    t=time.time(); s=monitor.open('indicator=unemployment&areas=FIN,KEN'); print('open',time.time()-t)
    json.dump(s,open('/tmp/tb/state.json','w'))
    t=time.time()
    spots={c:monitor.page.evaluate("c=>drawn.spot(c)",c) for c in truth.members()}
    print('spots',time.time()-t, [c for c in spots if not spots[c]], [c for c in spots if spots[c] and spots[c][2]=='marker'])
    json.dump(spots,open('/tmp/tb/spots.json','w'))
    bad={}
    t=time.time()
    for c,s in spots.items():
        if not s: continue
        monitor.page.mouse.move(s[0]+2,s[1]); monitor.page.mouse.move(s[0],s[1])
        monitor.page.wait_for_timeout(60)
        card=monitor.page.inner_text('#card b') if monitor.page.locator('#card.on').count() else None
        if card!=truth.name(c): bad[c]=(card,s)
    print('hover',time.time()-t,len(bad)); 
    for c in bad: print(c,truth.name(c),bad[c])
