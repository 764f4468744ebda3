// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

/// Pays five ether at most in all, which it counts before it calls whoever is paid.
contract Tap {
    uint256 public given;

    constructor() payable {}

    function take(uint256 amount) external {
        require(given + amount <= 5 ether);
        given += amount;
        (bool ok,) = msg.sender.call{value: amount}("");
        require(ok);
    }
}

/// The same, but it counts afterwards.
contract TapLate {
    uint256 public given;

    constructor() payable {}

    function take(uint256 amount) external {
        require(given + amount <= 5 ether);
        (bool ok,) = msg.sender.call{value: amount}("");
        require(ok);
        given += amount;
    }
}

/// Three ether a day, of days with numbers, told by an event before the call.
contract Daily {
    event Paid(address indexed to, uint256 amount);

    uint256 public day;
    uint256 public paid;

    constructor() payable {}

    function pay(uint256 amount) external {
        uint256 today = block.timestamp / 1 days;
        if (today != day) {
            day = today;
            paid = 0;
        }
        paid += amount;
        require(paid <= 3 ether);
        emit Paid(msg.sender, amount);
        (bool ok,) = msg.sender.call{value: amount}("");
        require(ok);
    }
}

/// The same, but what was paid is read before the call and written after it.
contract DailyStale {
    event Paid(address indexed to, uint256 amount);

    uint256 public day;
    uint256 public paid;

    constructor() payable {}

    function pay(uint256 amount) external {
        uint256 today = block.timestamp / 1 days;
        uint256 before = today != day ? 0 : paid;
        require(before + amount <= 3 ether);
        emit Paid(msg.sender, amount);
        (bool ok,) = msg.sender.call{value: amount}("");
        require(ok);
        day = today;
        paid = before + amount;
    }
}

/// Three ether within each hour that begins with the first payment after the last one.
contract Hourly {
    event Paid(address indexed to, uint256 amount);

    uint256 public begin;
    uint256 public paid;

    constructor() payable {
        begin = block.timestamp;
    }

    function pay(uint256 amount) external {
        if (block.timestamp >= begin + 1 hours) {
            begin = block.timestamp;
            paid = 0;
        }
        paid += amount;
        require(paid <= 3 ether);
        emit Paid(msg.sender, amount);
        (bool ok,) = msg.sender.call{value: amount}("");
        require(ok);
    }
}

/// The same, but the hour begins anew after the call, which lets no more pass: what was paid is counted before.
contract HourlyLate {
    event Paid(address indexed to, uint256 amount);

    uint256 public begin;
    uint256 public paid;

    constructor() payable {
        begin = block.timestamp;
    }

    function pay(uint256 amount) external {
        paid += amount;
        require(paid <= 3 ether);
        emit Paid(msg.sender, amount);
        (bool ok,) = msg.sender.call{value: amount}("");
        require(ok);
        if (block.timestamp >= begin + 1 hours) {
            begin = block.timestamp;
            paid = 0;
        }
    }
}

/// Three ether an hour, but what was paid is read before the call and written after it.
contract HourlyStale {
    event Paid(address indexed to, uint256 amount);

    uint256 public begin;
    uint256 public paid;

    constructor() payable {
        begin = block.timestamp;
    }

    function pay(uint256 amount) external {
        if (block.timestamp >= begin + 1 hours) {
            begin = block.timestamp;
            paid = 0;
        }
        uint256 before = paid;
        require(before + amount <= 3 ether);
        (bool ok,) = msg.sender.call{value: amount}("");
        require(ok);
        emit Paid(msg.sender, amount);
        paid = before + amount;
    }
}

/// Tries a payment, and takes it back if the one who is paid wants more than it has.
contract Undone {
    event Paid(address indexed to, uint256 amount);

    uint256 public paid;

    constructor() payable {}

    function pay(address to, uint256 amount) external {
        require(msg.sender == address(this));
        paid += amount;
        require(paid <= 3 ether);
        emit Paid(to, amount);
        (bool ok,) = to.call{value: amount}("");
        require(ok);
        require(amount < 1 ether);
    }

    function attempt(uint256 amount) external {
        try this.pay(msg.sender, amount) {} catch {}
    }
}

/// The same, but what it counts is not taken back with the payment: it counts what was not paid, and forgets what was.
contract UndoneOutside {
    event Paid(address indexed to, uint256 amount);

    uint256 public paid;

    constructor() payable {}

    function pay(address to, uint256 amount) external {
        require(msg.sender == address(this));
        emit Paid(to, amount);
        (bool ok,) = to.call{value: amount}("");
        require(ok);
        require(amount < 1 ether);
    }

    function attempt(uint256 amount) external {
        require(paid + amount <= 3 ether);
        try this.pay(msg.sender, amount) {
            paid = 0;
        } catch {
            paid += amount;
        }
    }
}

/// Pays to many, and counts for each of them.
contract Shares {
    mapping(address => uint256) public paidTo;

    constructor() payable {}

    function pay(address[] calldata whom, uint256 amount) external {
        for (uint256 i; i < whom.length; i++) {
            require(paidTo[whom[i]] + amount <= 2 ether);
            paidTo[whom[i]] += amount;
            (bool ok,) = whom[i].call{value: amount}("");
            require(ok);
        }
    }
}

/// The same, but what each was paid is read before the call and written after it.
contract SharesStale {
    mapping(address => uint256) public paidTo;

    constructor() payable {}

    function pay(address[] calldata whom, uint256 amount) external {
        for (uint256 i; i < whom.length; i++) {
            uint256 before = paidTo[whom[i]];
            require(before + amount <= 2 ether);
            (bool ok,) = whom[i].call{value: amount}("");
            require(ok);
            paidTo[whom[i]] = before + amount;
        }
    }
}

/// Emits once for each element, in a loop without a call.
contract Tells {
    event Told(uint256 amount);

    uint256 public told;

    constructor() payable {}

    function tell(uint256[] calldata amounts) external {
        (bool ok,) = msg.sender.call("");
        require(ok);
        for (uint256 i; i < amounts.length; i++) {
            told += amounts[i];
            emit Told(amounts[i]);
        }
    }
}
